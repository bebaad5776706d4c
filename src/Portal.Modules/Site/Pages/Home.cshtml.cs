using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Modules.Knowledge.Public;
using Portal.Modules.Shared;

namespace Portal.Modules.Site.Pages;

[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class HomeModel(IDatabase database, HandbookSummaries handbooks, TaxonomyCatalog taxonomies, SiteSettingsStore settings) : PortalPage
{
    private const string Topic = "topic";

    public HomeView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(cancellationToken);
        var topics = (await taxonomies.GetAsync(cancellationToken)).ByName(Topic)?.Terms ?? [];
        await using var session = await database.ReadAsync(cancellationToken);
        View = new HomeView(
            site.SiteName,
            site.Description,
            await handbooks.AllAsync(session, cancellationToken),
            [.. topics.Where(topic => topic.Depth == 0).Select(topic => new Crumb(topic.Title, $"/search?{Topic}={topic.Slug}"))]);
        DependOn(HandbookSummaries.Tags);
        DependOn(ChangeFeed.Settings, ChangeFeed.Type(TaxonomyCatalog.ContentType));
        SetHead(new PageHead { Title = site.SiteName, Description = site.Description, Canonical = "/", Feed = "/feeds/handbooks.atom", ShowsSearch = false });
    }
}

/// <param name="Topics">Every topic, leading to what is filed under it.</param>
public sealed record HomeView(string SiteName, string Description, IReadOnlyList<HandbookSummary> Handbooks, IReadOnlyList<Crumb> Topics);
