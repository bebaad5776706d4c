using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Knowledge.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
[VariesBy("q")]
public sealed class GlossaryModel(Glossary glossary) : PortalPage
{
    private const int MaxWords = 100;
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    public GlossaryView View { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "q")] string? words, CancellationToken cancellationToken)
    {
        var sought = (words ?? "").Trim();
        sought = sought[..Math.Min(sought.Length, MaxWords)];
        var all = (await glossary.GetAsync(cancellationToken)).Entries;
        View = new GlossaryView(
            sought,
            [.. all.Where(entry => Has(entry, sought)).GroupBy(entry => Letter(entry.Title)).Select(letter => new GlossaryLetter(letter.Key, [.. letter]))]);
        DependOn(Glossary.Tag);
        SetHead(new PageHead
        {
            Title = "Glossary",
            Description = "The words of multi-agency and exit work, explained in plain English.",
            Canonical = "/glossary",
            Feed = "/feeds/glossary.atom",
            Crumbs = [],
            Indexed = sought.Length == 0,
        });
    }

    private static string Letter(string title) => title.Length > 0 && char.IsLetter(title[0]) ? title[..1].ToUpperInvariant() : GlossaryLetter.Other;

    private static bool Has(GlossaryEntry entry, string sought)
        => sought.Length == 0
            || entry.Abbreviations.Concat(entry.Synonyms).Append(entry.Title).Append(entry.Definition)
                .Any(text => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, sought, Loosely) >= 0);
}

/// <param name="Words">What the terms shown must contain; empty for all.</param>
/// <param name="Letters">Those that a term shown begins with.</param>
public sealed record GlossaryView(string Words, IReadOnlyList<GlossaryLetter> Letters)
{
    /// <summary>From A to Z, and whatever else terms begin with.</summary>
    public IEnumerable<GlossaryLetter> Alphabet => Letters
        .Concat(Enumerable.Range('A', 26).Select(code => new GlossaryLetter(((char)code).ToString(), [])))
        .DistinctBy(letter => letter.Letter)
        .OrderBy(letter => letter.Letter, StringComparer.InvariantCulture);
}

public sealed record GlossaryLetter(string Letter, IReadOnlyList<GlossaryEntry> Entries)
{
    /// <summary>The id of its heading.</summary>
    public string Anchor => Letter == Other ? "letter-other" : $"letter-{Letter.ToLowerInvariant()}";

    /// <summary>In place of a letter, for terms that begin with none.</summary>
    public const string Other = "#";
}
