using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>What is published, changed or withdrawn shows at once, also on pages that were cached a moment ago.</summary>
public sealed class EvictionTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Handbook = "/handbooks/setting-up-a-multi-agency-structure";
    private const string Chapter = Handbook + "/share-and-assess";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chapter_Renamed_ShowsOnEveryPageThatNamesIt()
    {
        string[] pages = [Chapter, Handbook, Handbook + "/map-and-network", "/", "/sitemap.xml", "/feeds/handbooks.atom"];
        await FillAsync(pages);

        await ChangeAsync(Chapter, item => item.Apply(new TitlePart { Title = "Renamed step" }));

        foreach (var page in new[] { Chapter, Handbook, Handbook + "/map-and-network", "/" })
        {
            Assert.Contains("Renamed step", await site.App.TextAsync(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Term_Changed_ShowsInTheGlossaryAndInTexts()
    {
        // The page where the term is explained at the end of a text.
        const string Marked = Chapter;
        var slug = (await site.App.Client.PageAsync(Marked)).QuerySelector("button.term")!.GetAttribute("popovertarget")!["term-".Length..];
        await FillAsync("/glossary", $"/glossary/{slug}", Marked);

        await ChangeAsync($"/glossary/{slug}", item => item.Apply(new MarkdownBodyPart { Markdown = "Quite another meaning." }));

        foreach (var page in new[] { "/glossary", $"/glossary/{slug}", Marked })
        {
            Assert.Contains("Quite another meaning.", await site.App.TextAsync(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Source_Withdrawn_IsNamedNowhere()
    {
        const string Path = "/sources/management-of-exit-programmes";
        string[] pages = ["/handbooks/managing-an-exit-programme", "/handbooks/managing-an-exit-programme/funders"];
        await FillAsync([Path, .. pages]);
        Assert.Contains(Path, await site.App.TextAsync(pages[1]), StringComparison.Ordinal);

        var item = await ItemAsync(Path);
        await site.App.ChangeAsync(session => site.App.Get<ContentManager>().WithdrawAsync(session, item.ContentItemId, Actor.System, Token));

        Assert.Equal(410, (int)await site.App.StatusAsync(Path));
        foreach (var page in pages)
        {
            Assert.DoesNotContain(Path, await site.App.TextAsync(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SiteName_Changed_ShowsOnEveryPage()
    {
        string[] pages = ["/", "/handbooks", Handbook, Handbook + "/map-and-network", "/glossary", "/about/privacy", "/search", "/none"];
        await FillAsync(pages);

        await site.App.ChangeAsync(async session =>
        {
            var documents = site.App.Get<DocumentStore>();
            var json = (await documents.GetAsync(session, SiteSettingsStore.Kind, SiteSettingsStore.Name, Token))!;
            json["SiteName"] = "Elsewhere";
            await documents.PutAsync(session, SiteSettingsStore.Kind, SiteSettingsStore.Name, json, Token);
            site.App.Get<ChangeFeed>().Add(session, [ChangeFeed.Settings]);
        });

        foreach (var page in pages)
        {
            using var response = await site.App.GetAsync(page);
            Assert.Contains("Elsewhere</title>", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Taxonomy_Renamed_ShowsOnPagesThatNameItsTerms()
    {
        string[] pages = ["/", "/handbooks", Chapter, "/glossary/exit-work", "/search?q=prison"];
        await FillAsync(pages);
        await using var session = await site.App.Get<IDatabase>().ReadAsync(Token);
        var taxonomies = await site.App.Get<Kernel.Content.Store.ContentStore>().PublishedOfTypeAsync(session, "Taxonomy", Token);
        foreach (var taxonomy in taxonomies)
        {
            var changed = taxonomy.Copy();
            foreach (var term in changed.Content["TaxonomyPart"]!["Terms"]!.AsArray().OfType<JsonObject>())
            {
                term["DisplayText"] = "Renamed term";
                term["TitlePart"]!["Title"] = "Renamed term";
            }

            await PublishAsync(changed);
        }

        foreach (var page in pages)
        {
            Assert.Contains("Renamed term", await site.App.TextAsync(page), StringComparison.Ordinal);
        }
    }

    // The second answer comes from the cache where there is one.
    private async Task FillAsync(params string[] pages)
    {
        foreach (var page in pages.Concat(pages))
        {
            using var response = await site.App.GetAsync(page);
        }
    }

    private async Task ChangeAsync(string path, Action<ContentItem> change)
    {
        var item = (await ItemAsync(path)).Copy();
        change(item);
        await PublishAsync(item);
    }

    private async Task PublishAsync(ContentItem item)
    {
        item.ContentItemVersionId = Ids.New();
        await site.App.ChangeAsync(async session => Assert.Empty((await site.App.Get<ContentManager>().PublishAsync(session, item, Actor.System, Token)).Errors));
    }

    private async Task<ContentItem> ItemAsync(string path)
    {
        await using var session = await site.App.Get<IDatabase>().ReadAsync(Token);
        var result = await site.App.Get<Kernel.Content.Reading.ContentRouter>().ResolveAsync(session, path, Token);
        return Assert.IsType<Kernel.Content.Reading.RouteResult.Found>(result).Item;
    }
}
