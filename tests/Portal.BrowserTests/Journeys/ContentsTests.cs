using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>The contents of a handbook: beside the text on a desk, folded above it on a phone, marking where one reads.</summary>
public sealed class ContentsTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    private const string Current = "document.querySelector('.contents__sections a[aria-current=\"location\"]')?.hash";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Contents_OnAPhone_AreFoldedAndOpen(bool script)
    {
        var page = await OpenAsync(Addresses.LongChapter, Look.Phone with { Script = script });
        Assert.False(await page.Locator(".contents__list").IsVisibleAsync());
        await page.Locator(".contents summary").ClickAsync();
        Assert.True(await page.Locator(".contents__list").IsVisibleAsync());
        await page.Locator(".contents summary").ClickAsync();
        Assert.False(await page.Locator(".contents__list").IsVisibleAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Contents_OnADesk_StandOpenBesideTheText(bool script)
    {
        var page = await OpenAsync(Addresses.LongChapter, Look.Desktop with { Script = script });
        Assert.True(await page.Locator(".contents__list").IsVisibleAsync());
        var contents = (await page.Locator(".contents__list").BoundingBoxAsync())!;
        var text = (await page.Locator(".prose").BoundingBoxAsync())!;
        Assert.True(contents.X + contents.Width <= text.X);

        await page.Locator(".contents__sections a").Last.ClickAsync();
        await page.UntilAsync("() => location.hash !== ''");
        await page.InViewAsync(new Uri(page.Url).Fragment);
        Assert.True(await page.Locator(".contents__list").IsVisibleAsync());
    }

    [Theory]
    [InlineData(Look.Narrow)]
    [InlineData(Look.Wide)]
    public async Task Contents_WhileScrolling_MarkTheSection(int width)
    {
        var page = await OpenAsync(Addresses.LongChapter, new Look(width));
        var sections = await page.Locator(".contents__sections a").EvaluateAllAsync<string[]>("links => links.map(link => link.hash)");
        Assert.True(sections.Length > 2);
        foreach (var section in new[] { sections[1], sections[2], sections[1] })
        {
            await page.EvaluateAsync("hash => document.querySelector(hash).scrollIntoView({ behavior: 'instant' })", section);
            await page.UntilAsync($"hash => {Current} === hash", section);
        }

        await page.Mouse.MoveAsync(width / 2, 400);
        await page.EvaluateAsync("() => scrollTo({ top: 1e6, behavior: 'instant' })");
        await page.UntilAsync($"hash => {Current} === hash", sections[^1]);
        Assert.Equal(1, await page.Locator(".contents [aria-current=location]").CountAsync());
    }

    [Fact]
    public async Task Contents_OnAPhone_CloseAfterAChoiceAndShowTheHeading()
    {
        var page = await OpenAsync(Addresses.LongChapter, Look.Phone);
        await page.Locator(".contents summary").ClickAsync();
        await page.Locator(".contents__sections a").Nth(2).ClickAsync();
        await page.UntilAsync("() => !document.querySelector('.contents__list').checkVisibility()");

        // Not under the bar that stays at the top.
        await page.UntilAsync(
            """
            hash => {
              const bar = document.querySelector('.contents').getBoundingClientRect();
              const heading = document.querySelector(hash).getBoundingClientRect();
              return heading.top >= bar.bottom - 1 && heading.bottom <= innerHeight;
            }
            """,
            new Uri(page.Url).Fragment);
    }
}
