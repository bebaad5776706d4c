using Portal.Testing;
using Xunit;

namespace Portal.Tests.Knowledge;

/// <summary>A chapter lists what refers to it, over the real content.</summary>
public sealed class ReferredChapterTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task Chapter_ShowsTheStandardThatRefersToIt_UnderItsKind()
    {
        var page = await site.App.Client.PageAsync("/handbooks/setting-up-a-multi-agency-structure/share-and-assess");
        var link = page.QuerySelector("aside a[href='/standards/multi-agency-information-sharing']");
        Assert.NotNull(link);
        Assert.Equal("Standard", link.Closest("ul")!.PreviousElementSibling.Words());
        Assert.Equal("Referred to by", link.Closest("section")!.QuerySelector("h2").Words());
    }

    [Fact]
    public async Task Source_ListsWhatWasWrittenFromIt_ByKind()
    {
        var page = await site.App.Client.PageAsync("/sources/multi-agency-working-models");
        var section = page.QuerySelector("section[aria-labelledby='referring']")!;
        Assert.Equal("Written from this source", section.QuerySelector("h2").Words());
        Assert.NotNull(section.QuerySelector("a[href='/country-models/belgium']"));
        Assert.StartsWith("Country model", section.QuerySelector("a[href='/country-models/belgium']")!.Closest("ul")!.PreviousElementSibling.Words(), StringComparison.Ordinal);
    }
}
