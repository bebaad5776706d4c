using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

public sealed class FreshnessTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const int Editions = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // A reader who read the old edition a moment before must not put it into the cache a moment after.
    [Fact]
    public async Task Publish_WhileOthersRead_ShowsTheNewEditionToWhoeverAsksNext()
    {
        string[] pages = ["/glossary", "/glossary/freshness", "/handbooks/freshness", "/handbooks", "/"];
        var (term, handbook) = (Ids.New(), Ids.New());
        await PublishAsync(term, handbook, 0);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var readers = Enumerable.Range(0, 4).Select(reader => Task.Run(async () =>
        {
            using var client = site.App.NewClient();
            for (var i = reader; !ending.IsCancellationRequested; i++)
            {
                using var response = await client.GetAsync(new Uri(pages[i % pages.Length], UriKind.Relative), Token);
            }
        }, Token)).ToList();

        var stale = new List<string>();
        for (var edition = 1; edition <= Editions; edition++)
        {
            await PublishAsync(term, handbook, edition);
            foreach (var page in pages)
            {
                if (!await ShowsAsync(page, edition))
                {
                    // One that was being made when this was asked may be shared once; never kept.
                    await Task.Delay(50, Token);
                }

                if (!await ShowsAsync(page, edition))
                {
                    stale.Add($"{edition} {page}");
                }
            }
        }

        await ending.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Empty(stale);
    }

    private async Task<bool> ShowsAsync(string page, int edition) => (await site.App.TextAsync(page)).Contains($"Edition {edition}.", StringComparison.Ordinal);

    private Task PublishAsync(string term, string handbook, int edition) => site.App.ChangeAsync(async session =>
    {
        foreach (var item in new[] { Item(term, "GlossaryTerm", "glossary/freshness"), Item(handbook, "Handbook", "handbooks/freshness") })
        {
            item.Apply(new MarkdownBodyPart { Markdown = $"Edition {edition}." });
            item.Content[item.ContentType] = new JsonObject { ["Summary"] = new JsonObject { ["Text"] = $"Edition {edition}." } };
            Assert.Empty((await site.App.Get<ContentManager>().PublishAsync(session, item, Actor.System, Token)).Errors);
        }
    });

    private static ContentItem Item(string id, string type, string path)
    {
        var item = new ContentItem { ContentItemId = id, ContentItemVersionId = Ids.New(), ContentType = type };
        item.Apply(new TitlePart { Title = "Aaa freshness" });
        item.Apply(new AutoroutePart { Path = path });
        return item;
    }
}
