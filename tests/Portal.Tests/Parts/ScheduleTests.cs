using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Scheduling;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Parts;

/// <summary>Drafts that become public and public editions that end by themselves, when their time has come.</summary>
public sealed class ScheduleTests(PartsSite site) : IClassFixture<PartsSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ContentSchedule Schedule => site.App.Get<ContentSchedule>();

    [Fact]
    public async Task Draft_IsPublishedWhenItsTimeHasCome_AndNotBefore()
    {
        var item = await site.DraftAsync(Later("later", site.Clock.Now.AddHours(1)));
        await Schedule.RunDueAsync(Token);
        Assert.Equal(HttpStatusCode.NotFound, await site.App.StatusAsync("/toolboxes/later"));

        site.Clock.Now = site.Clock.Now.AddHours(1);
        Assert.Equal(1, await Schedule.RunDueAsync(Token));
        Assert.Equal(HttpStatusCode.OK, await site.App.StatusAsync("/toolboxes/later"));

        var published = (await site.LatestAsync(item.ContentItemId))!;
        Assert.Equal((true, item.ContentItemVersionId), (published.Published, published.ContentItemVersionId));
        Assert.Equal("{}", published.Content["PublishLaterPart"]!.ToJsonString());
        Assert.Equal(["DraftSaved by system", "Published by schedule"], await EventsAsync(item));
        Assert.Equal(0, await Schedule.RunDueAsync(Token));
    }

    [Fact]
    public async Task DraftOfAPublishedItem_IsPublishedWithItsOwnText()
    {
        var item = await site.PublishAsync(PartsSite.Toolbox("renewed", """{ "MarkdownBodyPart": { "Markdown": "Old words." } }"""));
        var draft = Later("renewed", site.Clock.Now.AddMinutes(5), item.ContentItemId);
        draft.Apply(new MarkdownBodyPart { Markdown = "New words." });
        await site.DraftAsync(draft);
        Assert.Contains("Old words.", await site.App.TextAsync("/toolboxes/renewed"), StringComparison.Ordinal);

        site.Clock.Now = site.Clock.Now.AddMinutes(5);
        await Schedule.RunDueAsync(Token);
        Assert.Contains("New words.", await site.App.TextAsync("/toolboxes/renewed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_IsWithdrawnWhenItsTimeHasCome()
    {
        var item = PartsSite.Toolbox("ends");
        item.Apply(new ArchiveLaterPart { ScheduledArchiveUtc = site.Clock.Now.AddHours(2).UtcDateTime });
        await site.PublishAsync(item);
        await Schedule.RunDueAsync(Token);
        Assert.Equal(HttpStatusCode.OK, await site.App.StatusAsync("/toolboxes/ends"));

        site.Clock.Now = site.Clock.Now.AddHours(2);
        Assert.Equal(1, await Schedule.RunDueAsync(Token));
        Assert.Equal(HttpStatusCode.Gone, await site.App.StatusAsync("/toolboxes/ends"));
        var latest = (await site.LatestAsync(item.ContentItemId))!;
        Assert.False(latest.Published);
        Assert.Equal("{}", latest.Content["ArchiveLaterPart"]!.ToJsonString());
        Assert.Contains("Withdrawn by schedule", await EventsAsync(item));
        Assert.Equal(0, await Schedule.RunDueAsync(Token));
    }

    [Fact]
    public async Task PublishedWithANewerDraft_IsWithdrawn_AndTheDraftStaysTheLatest()
    {
        var item = PartsSite.Toolbox("ends-with-draft");
        item.Apply(new ArchiveLaterPart { ScheduledArchiveUtc = site.Clock.Now.AddHours(-1).UtcDateTime });
        await site.PublishAsync(item);
        var draft = await site.DraftAsync(PartsSite.Toolbox("ends-with-draft", id: item.ContentItemId));

        Assert.Equal(1, await Schedule.RunDueAsync(Token));
        Assert.Equal(HttpStatusCode.Gone, await site.App.StatusAsync("/toolboxes/ends-with-draft"));
        Assert.Equal(draft.ContentItemVersionId, (await site.LatestAsync(item.ContentItemId))!.ContentItemVersionId);
        Assert.Equal(0, await Schedule.RunDueAsync(Token));
    }

    [Fact]
    public async Task DraftSavedWithoutTheDay_IsNoLongerScheduled()
    {
        var item = await site.DraftAsync(Later("changed-mind", site.Clock.Now.AddHours(-1)));
        await site.DraftAsync(PartsSite.Toolbox("changed-mind", id: item.ContentItemId));
        Assert.Equal(0, await Schedule.RunDueAsync(Token));
        Assert.Equal(HttpStatusCode.NotFound, await site.App.StatusAsync("/toolboxes/changed-mind"));
    }

    [Fact]
    public async Task PublishedByHand_HasNoDayOfPublishingAnyMore()
    {
        var item = await site.PublishAsync(Later("by-hand", site.Clock.Now.AddHours(-1)));
        Assert.Equal("{}", (await site.LatestAsync(item.ContentItemId))!.Content["PublishLaterPart"]!.ToJsonString());
        Assert.Equal(0, await Schedule.RunDueAsync(Token));
    }

    [Fact]
    public void Application_LooksByItself() => Assert.Single(site.App.Services.GetServices<IHostedService>().OfType<ScheduleWorker>());

    [Fact]
    public async Task TwoThatLookAtTheSameTime_DoItOnce()
    {
        var item = await site.DraftAsync(Later("once", site.Clock.Now));
        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Schedule.RunDueAsync(Token)));
        Assert.Equal(1, done.Sum());
        Assert.Equal(["DraftSaved by system", "Published by schedule"], await EventsAsync(item));
    }

    [Fact]
    public async Task AnotherProcessOverTheSameSite_DoesWhatThisOneLeft()
    {
        await site.DraftAsync(Later("restarted", site.Clock.Now.AddDays(1)));
        Assert.Equal(HttpStatusCode.NotFound, await site.App.StatusAsync("/toolboxes/restarted"));
        await using (var other = PortalApplication.Build(site.App.DataFolder, new CapturedLog(), new FakeClock(site.Clock.Now.AddDays(1))))
        {
            Assert.Equal(1, await ((ContentSchedule)other.Services.GetService(typeof(ContentSchedule))!).RunDueAsync(Token));
        }

        site.Clock.Now = site.Clock.Now.AddDays(1);
        Assert.Equal(0, await Schedule.RunDueAsync(Token));
    }

    [Fact]
    public async Task WhatCannotBePublished_IsSaidOnce_AndTheRestIsDone()
    {
        var wrong = await site.DraftAsync(Later("wrong", site.Clock.Now.AddMinutes(-2)));
        await site.App.ChangeAsync(session => session.ExecuteAsync(
            "update content_item set content = '{\"SitemapPart\":{\"OverrideSitemapConfig\":true,\"Priority\":99},' || substr(content, 2) where version_id = @id", new { id = wrong.ContentItemVersionId }, Token));
        await site.DraftAsync(Later("right", site.Clock.Now.AddMinutes(-1)));

        Assert.Equal(1, await Schedule.RunDueAsync(Token));
        Assert.Equal(HttpStatusCode.OK, await site.App.StatusAsync("/toolboxes/right"));
        Assert.Equal(HttpStatusCode.NotFound, await site.App.StatusAsync("/toolboxes/wrong"));
        Assert.Equal(0, await Schedule.RunDueAsync(Token));
        Assert.Equal(["DraftSaved by system", "ScheduleFailed by schedule"], await EventsAsync(wrong));
        Assert.Single(site.App.Log.Warnings, line => line.Contains(wrong.ContentItemId, StringComparison.Ordinal) && line.Contains("99 is not a priority", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatStandsInSomethingDueAtTheSameTime_IsPublishedAfterIt()
    {
        var container = Later("due-container", site.Clock.Now);
        var contained = Later("due-container/contained", site.Clock.Now.AddMinutes(-1));
        contained.Apply(new ContainedPart { ListContentItemId = container.ContentItemId, ListContentType = "Toolbox" });
        await site.DraftAsync(container);
        await site.DraftAsync(contained);

        Assert.Equal(2, await Schedule.RunDueAsync(Token));
        Assert.Equal(HttpStatusCode.OK, await site.App.StatusAsync("/toolboxes/due-container/contained"));
    }

    private static ContentItem Later(string slug, DateTimeOffset at, string? id = null)
    {
        var item = PartsSite.Toolbox(slug, id: id);
        item.Apply(new PublishLaterPart { ScheduledPublishUtc = at.UtcDateTime });
        return item;
    }

    private Task<IReadOnlyList<string>> EventsAsync(ContentItem item)
        => site.QueryAsync<string>("select name || ' by ' || actor_name from audit_event where item_id = @id order by id", new { id = item.ContentItemId });
}
