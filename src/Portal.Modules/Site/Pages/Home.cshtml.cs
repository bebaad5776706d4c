using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Modules.Knowledge.Public;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Site.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class HomeModel(IDatabase database, HandbookSummaries handbooks, TermLists terms, KindLists kinds, SiteSettingsStore settings) : PortalPage
{
    public HomeView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(cancellationToken);
        await using var session = await database.ReadAsync(cancellationToken);
        var all = await handbooks.AllAsync(session, cancellationToken);
        var procedure = all.FirstOrDefault(handbook => handbook.IsProcedure);
        View = new HomeView(
            site.Description,
            all,
            procedure,
            procedure is null ? [] : await handbooks.StepsAsync(session, procedure.ItemId, cancellationToken),
            await terms.OfAsync(session, "sector", cancellationToken),
            await kinds.GetAsync(cancellationToken));
        DependOn(HandbookSummaries.Tags);

        // Whatever is published changes the counts by sector.
        DependOn(ChangeFeed.Settings, ChangeFeed.Content, ChangeFeed.Type(TaxonomyCatalog.ContentType));
        SetHead(new PageHead { Title = site.SiteName, Description = site.Description, Canonical = "/", Feed = "/feeds/handbooks.atom", ShowsSearch = false });
    }
}

/// <param name="Procedure">The handbook to begin with, with its <paramref name="Steps"/>; null when there is no procedure.</param>
/// <param name="Sectors">Fields of work that something is for.</param>
/// <param name="Kinds">The lists that have something in them.</param>
public sealed record HomeView(
    string Description, IReadOnlyList<HandbookSummary> Handbooks, HandbookSummary? Procedure, IReadOnlyList<HandbookStep> Steps, IReadOnlyList<TermLink> Sectors, IReadOnlyList<KindLink> Kinds);
