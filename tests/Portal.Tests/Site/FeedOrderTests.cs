using System.Xml.Linq;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

public sealed class FeedOrderTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feed_WithHandbooksOfSeveralDays_PutsTheOneChangedLastFirst()
    {
        var clock = new FakeClock(DateTimeOffset.UtcNow.AddDays(10));
        await using var app = await PortalApplication.StartAsync(clock);
        foreach (var slug in new[] { "b-second", "a-first", "c-third" })
        {
            await PublishAsync(app, slug);
            clock.Now = clock.Now.AddDays(1);
        }

        var feed = await app.XmlAsync("/feeds/handbooks.atom");
        Assert.Equal(["c-third", "a-first", "b-second"], feed.Elements(Atom + "entry").Take(3).Select(entry => entry.Element(Atom + "title")!.Value));
    }

    // A title may hold what XML cannot write: the feed is still one that can be read.
    [Fact]
    public async Task Feed_WithCharactersBeyondXml_IsWellFormed()
    {
        await using var app = await PortalApplication.StartAsync(new FakeClock(DateTimeOffset.UtcNow.AddDays(10)));
        await PublishAsync(app, "hostile", "<b>&\u0001\uFFFF]]> \u202E 😀");
        var title = (await app.XmlAsync("/feeds/handbooks.atom")).Elements(Atom + "entry").First().Element(Atom + "title")!.Value;
        Assert.Equal("<b>&]]> \u202E 😀", title);
    }

    private static Task PublishAsync(PortalApplication app, string slug, string? title = null)
    {
        var item = new ContentItem { ContentItemId = Ids.New(), ContentItemVersionId = Ids.New(), ContentType = "Handbook" };
        item.Apply(new TitlePart { Title = title ?? slug });
        item.Apply(new AutoroutePart { Path = $"handbooks/{slug}" });
        item.Content["Handbook"] = System.Text.Json.Nodes.JsonNode.Parse("""{ "Summary": { "Text": "A summary." } }""");
        return app.ChangeAsync(async session => Assert.Empty((await app.Get<ContentManager>().PublishAsync(session, item, Actor.System, Token)).Errors));
    }
}
