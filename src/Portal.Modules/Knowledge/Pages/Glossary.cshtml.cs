using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Knowledge.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
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
            [.. all.GroupBy(entry => Letter(entry.Title)).Select(letter => new GlossaryLetter(letter.Key, [.. letter.Where(entry => Has(entry, sought))]))]);
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

    private static string Letter(string title) => title.Length > 0 && char.IsLetter(title[0]) ? title[..1].ToUpperInvariant() : "#";

    private static bool Has(GlossaryEntry entry, string sought)
        => sought.Length == 0
            || entry.Abbreviations.Concat(entry.Synonyms).Append(entry.Title).Append(entry.Definition)
                .Any(text => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, sought, Loosely) >= 0);
}

/// <param name="Words">What the terms shown must contain; empty for all.</param>
/// <param name="Letters">Every letter that a term begins with, also when none of its terms is shown.</param>
public sealed record GlossaryView(string Words, IReadOnlyList<GlossaryLetter> Letters)
{
    public bool Empty => Letters.All(letter => letter.Entries.Count == 0);
}

public sealed record GlossaryLetter(string Letter, IReadOnlyList<GlossaryEntry> Entries);
