using Portal.Kernel.Data;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Data;

/// <summary>The word that goes from process to process about what changed.</summary>
public sealed class ChangeFeedTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ChangeFeed Feed => site.App.Get<ChangeFeed>();

    [Fact]
    public async Task Since_GivesWhatWasAddedAfter_Once()
    {
        var last = await LastAsync();
        await site.App.ChangeAsync(session => { Feed.Add(session, ["a", "b", "a"]); return Task.CompletedTask; });

        var (now, tags) = await SinceAsync(last);
        Assert.Equal(["a", "b"], tags.Order(StringComparer.Ordinal));
        Assert.Empty((await SinceAsync(now)).Tags);
    }

    [Fact]
    public async Task Since_RowsThatWereRemovedUnread_MeanEverything()
    {
        var last = await LastAsync();
        await site.App.ChangeAsync(session => { Feed.Add(session, ["a", "b"]); return Task.CompletedTask; });
        await site.App.ChangeAsync(session => session.ExecuteAsync("delete from change_feed where tag = 'a'", null, Token));

        var (_, tags) = await SinceAsync(last);
        Assert.True(ChangeFeed.Concerns(tags, "anything"));
    }

    private async Task<long> LastAsync()
    {
        await using var session = await site.App.Get<IDatabase>().ReadAsync(Token);
        return await Feed.LastAsync(session, Token);
    }

    private async Task<(long Last, IReadOnlyCollection<string> Tags)> SinceAsync(long last)
    {
        await using var session = await site.App.Get<IDatabase>().ReadAsync(Token);
        return await Feed.SinceAsync(session, last, Token);
    }
}
