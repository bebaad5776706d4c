using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Search;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Guidance;

/// <summary>How many recommendations each addressee has in each area of cooperation; every number leads to the list of these.</summary>
public sealed class RecommendationMatrix(TaxonomyCatalog catalog)
{
    public const string AddresseeField = "Addressee", AreaField = "Area";
    private const string Addressees = "addressee", Areas = "area";

    /// <summary>Counts all that are published, whatever else narrows the list: a cell leads to exactly what it counts.</summary>
    public async Task<MatrixView> OfAsync(DbSession session, FilterQuery query, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<Cell>(
            """
            select c.term as Addressee, r.term as Area, count(*) as Items
            from content_item i
            join content_term c on c.version_id = i.version_id and c.taxonomy = @addressee
            join content_term r on r.version_id = i.version_id and r.taxonomy = @area
            where i.type = @type and i.published = 1 group by c.term, r.term
            """,
            new { addressee = Addressees, area = Areas, type = RecommendationList.Kind.Type },
            cancellationToken);
        var counts = rows.ToDictionary(cell => (cell.Addressee, cell.Area), cell => (int)cell.Items);
        var taxonomies = await catalog.GetAsync(cancellationToken);
        var columns = Terms(taxonomies, Addressees).Where(term => rows.Any(cell => cell.Addressee == term.Slug)).ToList();
        var plain = query.WithoutFilters();
        return new MatrixView(
            [.. columns.Select(term => Head(term.Title, new FacetValue(Addressees, term.Slug)))],
            [.. Terms(taxonomies, Areas).Where(term => rows.Any(cell => cell.Area == term.Slug)).Select(area => new MatrixRow(
                Head(area.Title, new FacetValue(Areas, area.Slug)),
                [.. columns.Select(column => Link(
                    $"{column.Title}, {area.Title}", counts.GetValueOrDefault((column.Slug, area.Slug)), new FacetValue(Addressees, column.Slug), new FacetValue(Areas, area.Slug)))]))]);

        MatrixLink Head(string title, FacetValue filter) => Link(title, 0, filter);

        MatrixLink Link(string title, int count, params FacetValue[] filters)
            => new(title, count, (plain with { Filters = filters }).Url(), query.Filters.Count == filters.Length && filters.All(query.Filters.Contains));
    }

    private static IReadOnlyList<Term> Terms(TaxonomySet taxonomies, string name) => taxonomies.ByName(name)?.Terms ?? [];

    private sealed record Cell
    {
        public string Addressee { get; init; } = "";
        public string Area { get; init; } = "";
        public long Items { get; init; }
    }
}

/// <param name="Columns">Addressees.</param>
/// <param name="Rows">Areas.</param>
public sealed record MatrixView(IReadOnlyList<MatrixLink> Columns, IReadOnlyList<MatrixRow> Rows);

/// <param name="Cells">In the order of the columns.</param>
public sealed record MatrixRow(MatrixLink Head, IReadOnlyList<MatrixLink> Cells);

/// <param name="Title">What is listed there.</param>
/// <param name="Count">How many; of a heading it is not said.</param>
/// <param name="Url">Leads to the list of these.</param>
/// <param name="Chosen">Whether the list is narrowed to exactly these.</param>
public sealed record MatrixLink(string Title, int Count, string Url, bool Chosen);
