using Portal.Kernel.Content.Items;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Standards;

/// <summary>The list of standards.</summary>
internal static class StandardList
{
    public static readonly ListKind Kind = new()
    {
        Type = "Standard",
        Path = "/standards",
        Title = "Standards",
        One = "standard",
        Many = "standards",
        Lead = "What good work can be held to, clause by clause: a requirement, guidance, and the evidence to expect.",
        Description = "Standards for exit work, for the transparency of civil society organisations and for sharing information between agencies.",
        Facets = ["topic", "sector", "audience"],
        Sorts = [ListSort.Title, ListSort.Newest],
        Row = (item, words) => words.Row(item) with { Facts = [.. Facts(item), .. new[] { words.Described(item) }.OfType<string>()] },
    };

    private static IEnumerable<string> Facts(ContentItem item)
    {
        var clauses = item.Inside("Clauses").Count();
        yield return clauses == 1 ? "1 clause" : $"{clauses} clauses";
        if (item.Text("Version") is { Length: > 0 } version)
        {
            yield return $"Version {version}";
        }

        if (item.Text("Issuer") is { Length: > 0 } issuer)
        {
            yield return $"Issued by {issuer}";
        }
    }
}
