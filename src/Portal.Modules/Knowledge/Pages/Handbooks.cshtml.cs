using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Modules.Knowledge.Public;
using Portal.Modules.Knowledge.Reading;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Knowledge.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
[VariesByFacets]
public sealed class HandbooksModel(IDatabase database, ContentListing listing, HandbookSummaries summaries, FacetPanels panels) : PortalPage
{
    private const int Size = 20;

    public HandbookList View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = FilterQuery.Read("/handbooks", Request, await panels.NamesAsync(withType: false, cancellationToken)) with { Words = null };
        await using var session = await database.ReadAsync(cancellationToken);
        var page = await listing.ListAsync(session, HandbookReader.HandbookType, query.Filters, query.Page, Size, cancellationToken);
        if (Pager.LastUrl(query, page.Total, Size) is { } last)
        {
            return Redirect(last);
        }

        View = new HandbookList(
            page.Total,
            await summaries.OfAsync(session, page.Items, cancellationToken),
            await panels.BuildAsync(query, page.Facets, cancellationToken),
            Pager.For(query, page.Total, Size));

        DependOn(HandbookSummaries.Tags);
        DependOn(ChangeFeed.Type(TaxonomyCatalog.ContentType));
        SetHead(new PageHead
        {
            Title = "Handbooks",
            Description = "Step-by-step handbooks for people who prevent radicalisation and help others leave violent extremism.",
            Canonical = query.Url(),
            Crumbs = [],
            Feed = "/feeds/handbooks.atom",
            Indexed = query.Filters.Count == 0,
        });
        return Page();
    }
}

public sealed record HandbookList(int Total, IReadOnlyList<HandbookSummary> Items, FacetPanel Panel, Pager Pager);
