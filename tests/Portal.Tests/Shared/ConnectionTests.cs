using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Shared;

/// <summary>What an item refers to, what refers to it and what is related, as they stand today.</summary>
public sealed class ConnectionTests(KindsSite site) : IClassFixture<KindsSite>
{
    [Fact]
    public async Task Organisation_ShowsWhatItRefersTo_WithItsState()
    {
        var aside = await AsideAsync("/organisations/alpha");
        Assert.Equal(["Approach: Talking"], Items(aside, "Methods"));
        Assert.Equal(["Practice: Practice 01 Evidence: moderate"], Items(aside, "Practices"));
    }

    // Practice 01 is named by Alpha itself and is not shown twice.
    [Fact]
    public async Task Organisation_ShowsWhatElseRefersToIt_ByKind()
        => Assert.Equal(["Practice: Practice 02 No evidence yet"], Items(await AsideAsync("/organisations/alpha"), "Referred to by"));

    [Fact]
    public async Task Approach_IsReferredToByKinds_EachUnderItsName()
    {
        var section = Section(await AsideAsync("/approaches/talking"), "Referred to by")!;
        Assert.Equal(["Organisation", "Training module"], section.QuerySelectorAll("h3").Select(kind => kind.Words()));
        Assert.Equal(["Organisation: Alpha Listed, not vetted", "Training module: First steps"], section.QuerySelectorAll("li").Select(item => item.Words()));
    }

    // Mentoring is rarer than the countries and the funding of the others.
    [Fact]
    public async Task Related_AreAtMostFive_NearestFirst_WithoutWhatIsReferredTo()
    {
        var related = Items(await AsideAsync("/practices/practice-01"), "Related");
        Assert.Equal(5, related.Count);
        Assert.Equal("Practice: Practice 03 No evidence yet Review overdue", related[0]);
        Assert.DoesNotContain(related, item => item.Contains("Alpha", StringComparison.Ordinal) || item.Contains("Practice 01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReferencesAndLists_FollowWhatIsPublishedAndWithdrawn()
    {
        const string Page = "/standards/good-work";
        Assert.Equal(["Recommendation: Pay for it"], Items(await AsideAsync(Page), "Referred to by"));
        var target = (await site.App.JsonAsync("/api/v1/content/slug:standards%2Fgood-work"))["ContentItemId"]!.GetValue<string>();
        var item = new ContentItem { ContentItemId = Ids.New(), ContentItemVersionId = Ids.New(), ContentType = "Recommendation", Content = JsonNode.Parse($$"""
            { "Recommendation": { "Summary": { "Text": "Soon." }, "Related": { "ContentItemIds": ["{{target}}"] } } }
            """)!.AsObject() };
        item.Apply(new TitlePart { Title = "Draft for now" });
        item.Apply(new AutoroutePart { Path = "recommendations/draft-for-now" });
        Assert.Equal("3 recommendations", await CountAsync());
        await ChangeAsync((manager, session) => manager.SaveDraftAsync(session, item, Actor.System, CancellationToken.None));
        Assert.Equal(["Recommendation: Pay for it"], Items(await AsideAsync(Page), "Referred to by"));

        await ChangeAsync((manager, session) => manager.PublishAsync(session, item, Actor.System, CancellationToken.None));
        Assert.Equal(["Recommendation: Draft for now", "Recommendation: Pay for it"], Items(await AsideAsync(Page), "Referred to by"));
        Assert.Equal("4 recommendations", await CountAsync());

        await ChangeAsync((manager, session) => manager.WithdrawAsync(session, item.ContentItemId, Actor.System, CancellationToken.None));
        Assert.Equal(["Recommendation: Pay for it"], Items(await AsideAsync(Page), "Referred to by"));
        Assert.Equal("3 recommendations", await CountAsync());
        Assert.Empty(site.App.Log.Warnings);
    }

    private async Task<string> CountAsync() => (await site.App.Client.PageAsync("/recommendations")).QuerySelector("[data-results-heading]").Words();

    private static IReadOnlyList<string> Items(IElement aside, string title) => [.. Section(aside, title)?.QuerySelectorAll("li").Select(item => item.Words()) ?? []];

    private static IElement? Section(IElement aside, string title) => aside.QuerySelectorAll("section").FirstOrDefault(section => section.QuerySelector("h2").Words() == title);

    private Task ChangeAsync(Func<ContentManager, DbSession, Task> change) => site.App.ChangeAsync(session => change(site.App.Get<ContentManager>(), session));

    private async Task<IElement> AsideAsync(string url) => (await site.App.Client.PageAsync(url)).QuerySelector("aside")!;
}
