using Microsoft.AspNetCore.OutputCaching;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Knowledge.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class GlossaryModel(Glossary glossary) : PortalPage
{
    public IReadOnlyList<GlossaryLetter> View { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var entries = (await glossary.GetAsync(cancellationToken)).Entries;
        View = [.. entries.GroupBy(entry => Letter(entry.Title)).Select(group => new GlossaryLetter(group.Key, [.. group]))];
        DependOn(Glossary.Tag);
        SetHead(new PageHead
        {
            Title = "Glossary",
            Description = "The words of multi-agency and exit work, explained in plain English.",
            Canonical = "/glossary",
        });
    }

    private static string Letter(string title) => title.Length > 0 && char.IsLetter(title[0]) ? title[..1].ToUpperInvariant() : "#";
}

public sealed record GlossaryLetter(string Letter, IReadOnlyList<GlossaryEntry> Entries);
