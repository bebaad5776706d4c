using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;

namespace Portal.Modules.Shared.Facets;

/// <summary>The terms of a taxonomy as ways into the site: each leads to what stands under it.</summary>
public sealed class TermLists(TaxonomyCatalog catalog)
{
    /// <summary>The broadest terms that something published stands under, in the taxonomy's order.</summary>
    public async Task<IReadOnlyList<TermLink>> OfAsync(DbSession session, string taxonomy, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<Count>(
            """
            select t.term as Term, count(*) as Items
            from content_term t join content_item i on i.version_id = t.version_id join content_path p on p.version_id = i.version_id
            where t.taxonomy = @taxonomy and i.published = 1 group by t.term
            """,
            new { taxonomy },
            cancellationToken);
        var counts = rows.ToDictionary(row => row.Term, row => (int)row.Items, StringComparer.Ordinal);
        var terms = (await catalog.GetAsync(cancellationToken)).ByName(taxonomy)?.Terms ?? [];
        return [.. from term in terms
                   where term.Depth == 0 && counts.ContainsKey(term.Slug)
                   select new TermLink(term.Title, $"/search?{taxonomy}={term.Slug}", counts[term.Slug])];
    }

    private sealed record Count
    {
        public string Term { get; init; } = "";
        public long Items { get; init; }
    }
}

/// <param name="Url">Leads to a search of everything under this term.</param>
/// <param name="Count">How many items that is.</param>
public sealed record TermLink(string Label, string Url, int Count);
