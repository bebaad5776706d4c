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
}
