using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Localization;
using Portal.Kernel.Content.Parts;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Parts;

public sealed class LocalizationTests(PartsSite site) : IClassFixture<PartsSite>
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("pt-BR", true)]
    [InlineData("zh-Hant-TW", true)]
    [InlineData("es-419", true)]
    [InlineData("sl-rozaj-biske", true)]
    [InlineData("de-CH-1996", true)]
    [InlineData("en-a-bbb-x-a-ccc", true)]
    [InlineData("x-klingon", true)]
    [InlineData("english language", false)]
    [InlineData("e", false)]
    [InlineData("en_GB", false)]
    [InlineData("en-", false)]
    [InlineData("en\n", false)]
    [InlineData("", false)]
    public void IsValid_IsAsTheRfcFormsThem(string tag, bool valid) => Assert.Equal(valid, LanguageTag.IsValid(tag));

    [Fact]
    public async Task Save_WithoutASet_BeginsOne()
        => Assert.Equal("""{"LocalizationSet":"%"}""", (await site.PublishAsync(PartsSite.Toolbox("alone"))) is var item
            ? (await site.LatestAsync(item.ContentItemId))!.Content["LocalizationPart"]!.ToJsonString().Replace(item.ContentItemId, "%", StringComparison.Ordinal) : "");

    [Fact]
    public async Task Save_WrongOrTakenLanguage_IsRefused()
    {
        var set = Ids.New();
        var first = await site.PublishAsync(Edition("first", set, "cy"));
        Assert.Equal([$"LocalizationPart.LocalizationSet: Another item ({first.ContentItemId}) is the edition in 'cy' of the set '{set}' already."], await site.ErrorsAsync(Edition("second", set, "CY")));
        Assert.Empty(await site.ErrorsAsync(Edition("first", set, "cy", first.ContentItemId)));
        Assert.Equal(["LocalizationPart.Culture: 'welsh language' is not a language tag; write it as en or pt-BR."], await site.ErrorsAsync(Edition("third", Ids.New(), "welsh language")));
    }

    [Fact]
    public async Task Page_LinksToItsTranslations_AsLongAsTheyArePublic()
    {
        var set = Ids.New();
        await site.PublishAsync(Edition("house", set, "en"));
        Assert.Empty((await site.App.Client.PageAsync("/toolboxes/house")).QuerySelectorAll("link[hreflang]"));

        var other = await site.PublishAsync(Edition("haus", set, "de"));
        var page = await site.App.Client.PageAsync("/toolboxes/house");
        Assert.Equal(["de /toolboxes/haus", "en /toolboxes/house"], page.QuerySelectorAll("link[rel=alternate][hreflang]")
            .Select(link => $"{link.GetAttribute("hreflang")} {new Uri(link.GetAttribute("href")!).AbsolutePath}"));
        var shown = page.QuerySelector("aside a[hreflang]")!;
        Assert.Equal(("de", "/toolboxes/haus", "Box haus"), (shown.GetAttribute("lang"), shown.GetAttribute("href"), shown.Words()));
        Assert.Equal("de", (await site.App.Client.PageAsync("/toolboxes/haus")).QuerySelector("article")!.GetAttribute("lang"));

        await site.App.ChangeAsync(session => site.App.Get<ContentManager>().WithdrawAsync(session, other.ContentItemId, Kernel.Audit.Actor.System, TestContext.Current.CancellationToken));
        Assert.Empty((await site.App.Client.PageAsync("/toolboxes/house")).QuerySelectorAll("[hreflang]"));
        Assert.Empty(site.App.Log.Warnings);
    }

    [Fact]
    public async Task SetPicker_LeadsToTheEditionInThePagesLanguage()
    {
        var set = Ids.New();
        await site.PublishAsync(Edition("tree", set, "en"));
        await site.PublishAsync(Edition("baum", set, "de"));
        var referring = Edition("wald", Ids.New(), "de");
        referring.Content["Toolbox"] = new System.Text.Json.Nodes.JsonObject { ["Twin"] = new System.Text.Json.Nodes.JsonObject { ["LocalizationSets"] = new System.Text.Json.Nodes.JsonArray(set) } };
        await site.PublishAsync(referring);
        Assert.Equal("/toolboxes/baum", (await site.App.Client.PageAsync("/toolboxes/wald")).QuerySelector("dd a")!.GetAttribute("href"));
    }

    private static ContentItem Edition(string slug, string set, string culture, string? id = null)
    {
        var item = PartsSite.Toolbox(slug, id: id);
        item.Apply(new LocalizationPart { LocalizationSet = set, Culture = culture });
        return item;
    }
}
