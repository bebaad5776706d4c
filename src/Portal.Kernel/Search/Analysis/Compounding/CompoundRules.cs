namespace Portal.Kernel.Search.Analysis.Compounding;

/// <summary>How a language makes one word of several.</summary>
/// <param name="Links">Letters between two parts; none is always possible.</param>
/// <param name="Dropped">What a part that is not the last may have lost at its end.</param>
/// <param name="Inflections">What the last part may have more than the form that is known.</param>
/// <param name="Syllables">Endings that derive a word from another, and are no part although there may be a word that is written so.</param>
internal sealed record CompoundRules(IReadOnlyList<string> Links, IReadOnlyList<string> Dropped, IReadOnlyList<string> Inflections, IReadOnlyList<string> Syllables)
{
    private static readonly CompoundRules German = Of("s n e en es er ens", "e en", "e n s en es er em ern", "ung ungen heit keit lich isch schaft igen erin innen iere ieren");

    private static readonly CompoundRules Dutch = Of("s e en er", "e", "s en e n", "ing ring ling heid lijk isch ise ende atie eren");

    private static readonly CompoundRules Swedish = Of("s e o u a", "a e", "n s en et ar er or na erna arna orna ns", "ans ens het lig ning ing else ande ende are isk era");

    private static readonly CompoundRules Danish = Of("s e er n", "e", "n s en et er e ne erne ens ets ernes", "else hed lig ning ing ende isk ere");

    private static readonly CompoundRules Norwegian = Of("s e er", "e", "n s en et er e a ar ane ene ens ets enes anes", "else het lig leg ning ing ande ende isk ere");

    /// <summary>Null for a language that writes its words apart.</summary>
    public static CompoundRules? For(string language)
    {
        var primary = language.AsSpan();
        var hyphen = primary.IndexOf('-');
        return (hyphen < 0 ? language : language[..hyphen]).ToLowerInvariant() switch
        {
            "de" => German,
            "nl" => Dutch,
            "sv" => Swedish,
            "da" => Danish,
            "no" or "nb" or "nn" => Norwegian,
            _ => null,
        };
    }

    private static CompoundRules Of(string links, string dropped, string inflections, string syllables)
        => new(["", .. links.Split(' ')], dropped.Split(' '), inflections.Split(' '), syllables.Split(' '));
}
