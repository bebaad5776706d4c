using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Shared.Lists;

/// <summary>The page of a list: filters, order and page are read from its address, and every state of it has one.</summary>
[OutputCache(PolicyName = CachePolicies.Public)]
[VariesByFacets]
[VariesBy(FilterQuery.SortName)]
[VariesBy(FacetPanels.Language)]
public abstract class ListPage(IDatabase database, ListReader lists) : PortalPage
{
    public ListView View { get; private set; } = null!;

    protected abstract ListKind Kind { get; }

    /// <summary>What the rows are made of besides the items themselves and their sources.</summary>
    protected virtual IReadOnlyList<string> Tags => [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = await lists.QueryAsync(Kind, Request, cancellationToken);
        await using var session = await database.ReadAsync(cancellationToken);
        var page = await lists.ItemsAsync(session, Kind, query, cancellationToken);
        if (Pager.LastUrl(query, page.Total, ListReader.Size) is { } last)
        {
            return Redirect(last);
        }

        var rows = await RowsAsync(session, page.Items, cancellationToken);
        View = await lists.ViewAsync(Kind, query, page, rows, cancellationToken) with
        {
            Above = await AboveAsync(session, query, cancellationToken),
            Head = await HeadAsync(session, cancellationToken),
        };
        DependOn(Tags);
        DependOn(ChangeFeed.Type(Kind.Type), ChangeFeed.Type("Source"), ChangeFeed.Type(TaxonomyCatalog.ContentType));
        SetHead(new PageHead
        {
            Title = Kind.HeadTitle ?? Kind.Title,
            Description = Kind.Description,
            Canonical = query.Url(),
            Crumbs = [],
            Feed = Kind.Feed,
            Indexed = query.Filters.Count == 0 && query.Sort is null,
        });
        return Page();
    }

    protected virtual Task<IReadOnlyList<ListRow>> RowsAsync(DbSession session, IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
        => lists.RowsAsync(session, Kind, items, cancellationToken);

    protected virtual Task<ListLead?> HeadAsync(DbSession session, CancellationToken cancellationToken) => Task.FromResult<ListLead?>(null);

    protected virtual Task<ListLead?> AboveAsync(DbSession session, FilterQuery query, CancellationToken cancellationToken) => Task.FromResult<ListLead?>(null);
}
