using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Modules.Countries.Maps;
using Portal.Modules.Countries.Models;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Countries.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
[VariesByFacets]
public sealed class CountryModelsModel(
    IDatabase database, ContentListing listing, FacetPanels panels, CountryNumbers numbers, StructureReader structures, EuropeMap map) : PortalPage
{
    private const int Size = 20;

    // What tells country models apart; any other taxonomy narrows them too, when an address says so.
    private static readonly string[] Shown = ["level", "working-type", "setting"];

    public CountryList View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = FilterQuery.Read("/country-models", Request, await panels.NamesAsync(withType: false, cancellationToken)) with { Words = null };
        await using var session = await database.ReadAsync(cancellationToken);
        var page = await listing.ListAsync(session, CountryReader.Type, query.Filters, ListingOrder.Title, query.Page, Size, cancellationToken);
        if (Pager.LastUrl(query, page.Total, Size) is { } last)
        {
            return Redirect(last);
        }

        var facets = page.Facets.Where(facet => Shown.Contains(facet.Facet) || query.Filters.Any(filter => filter.Facet == facet.Facet)).ToList();
        var rows = new List<CountryRow>();
        foreach (var item in page.Items)
        {
            rows.Add(await RowAsync(item, cancellationToken));
        }

        View = new CountryList(
            page.Total,
            rows,
            await panels.BuildAsync(query, facets, cancellationToken),
            Pager.For(query, page.Total, Size),
            await numbers.AllAsync(session, cancellationToken),
            map.Outlines);

        DependOn(new[] { CountryReader.Type, CountryReader.Practice, CountryReader.Organisation, TaxonomyCatalog.ContentType }.Select(ChangeFeed.Type));
        SetHead(new PageHead
        {
            Title = "Country models",
            Description = "How countries organise multi-agency working and exit work: their structures, who leads and who takes part, on a map and side by side.",
            Canonical = query.Url(),
            Crumbs = [],
            Indexed = query.Filters.Count == 0,
        });
        return Page();
    }

    private async Task<CountryRow> RowAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var parts = await structures.OfAsync(item, cancellationToken);
        var levels = parts.SelectMany(part => part.Levels).Distinct().OrderBy(level => level.Rank).Select(level => level.Title);
        var path = item.Path();
        return new CountryRow(path[(path.LastIndexOf('/') + 1)..], item.Title(), path, item.Text("Summary"), item.Text("AsOf"), parts.Count, [.. levels]);
    }
}

/// <param name="Numbers">Of every country that anything is known of, whatever the list is narrowed to.</param>
/// <param name="Map">Null when the theme has none.</param>
public sealed record CountryList(int Total, IReadOnlyList<CountryRow> Items, FacetPanel Panel, Pager Pager, IReadOnlyList<CountryNumber> Numbers, EuropeOutlines? Map);

/// <param name="Structures">How many are described.</param>
/// <param name="Levels">Those that they work at.</param>
public sealed record CountryRow(string Slug, string Title, string Path, string? Summary, string? AsOf, int Structures, IReadOnlyList<string> Levels);
