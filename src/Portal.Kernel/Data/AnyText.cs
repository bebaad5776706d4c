using System.Text;

namespace Portal.Kernel.Data;

/// <summary>Normalisation of whatever somebody sent.</summary>
public static class AnyText
{
    // The one noncharacter that normalisation refuses.
    private const char Refused = '\uFFFE';

    /// <summary>The text in a Unicode normal form; half a surrogate pair, which has none, becomes U+FFFD, and so does U+FFFE.</summary>
    public static string Normalized(ReadOnlySpan<char> text, NormalizationForm form)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.Replace(Refused, '\uFFFD').ToString().Normalize(form);
    }
}
