using System.Net;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Site;

/// <summary>A page has one address; whatever else leads to it leads there by a redirect.</summary>
public sealed class CanonicalAddressTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/handbooks/", "/handbooks")]
    [InlineData("/handbooks//", "/handbooks")]
    [InlineData("/HANDBOOKS", "/handbooks")]
    [InlineData("/Handbooks/?topic=funding&page=2", "/handbooks?topic=funding&page=2")]
    [InlineData("/Search?q=A%20b", "/search?q=A%20b")]
    [InlineData("/glossary/exit-work/", "/glossary/exit-work")]
    [InlineData("/about/privacy/", "/about/privacy")]
    [InlineData("/%C3%A4/", "/%C3%A4")]
    public async Task Get_AnotherWritingOfAnAddress_LeadsToItForGood(string url, string address)
    {
        using var response = await site.App.GetAsync(url);
        Assert.Equal((HttpStatusCode.MovedPermanently, address), (response.StatusCode, response.Header("Location")));
    }

    [Theory]
    [InlineData("/handbooks")]
    [InlineData("/")]
    public async Task Get_TheAddressItself_IsThePageThatNamesIt(string url)
        => Assert.EndsWith(url, (await site.App.Client.PageAsync(url)).QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);

    // Two slashes at the beginning of a redirect would lead to another host.
    [Fact]
    public async Task Get_WithSlashesInFront_StaysOnTheHost()
    {
        using var response = await site.App.Client.GetAsync(new Uri($"{site.App.Address.GetLeftPart(UriPartial.Authority)}//evil.example/"), Token);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/evil.example"), (response.StatusCode, response.Header("Location")));
    }

    [Theory]
    [InlineData("/handbooks?page=999999", "/handbooks")]
    [InlineData("/handbooks?topic=funding&page=7", "/handbooks?topic=funding")]
    [InlineData("/search?q=zzzzzz&page=3", "/search?q=zzzzzz")]
    public async Task Get_APageBeyondTheLast_LeadsToTheLast(string url, string last)
    {
        using var response = await site.App.GetAsync(url);
        Assert.Equal((HttpStatusCode.Redirect, last), (response.StatusCode, response.Header("Location")));
    }

    [Fact]
    public async Task Search_APageBeyondTheLast_LeadsToOneWithHits()
    {
        using var response = await site.App.GetAsync("/search?q=work&page=9999");
        Assert.Matches("^/search\\?q=work&page=([2-9]|[1-9][0-9])$", response.Header("Location"));
        Assert.NotEmpty((await site.App.Client.PageAsync(response.Header("Location"))).QuerySelectorAll("main mark"));
        Assert.NotEmpty((await site.App.Client.PageAsync("/search?q=work&page=2")).QuerySelectorAll("main mark"));
    }

    [Fact]
    public async Task Get_TheFormerAddressInOtherLetters_LeadsToTheNewOneEncoded()
    {
        var id = Ids.New();
        await PublishAsync(id, "about/tämä-sivu");
        Assert.Equal("Tietoja", (await site.App.Client.PageAsync("/about/t%C3%A4m%C3%A4-sivu")).QuerySelector("h1").Words());
        await PublishAsync(id, "about/ελληνικά");

        using var response = await site.App.GetAsync("/about/t%C3%A4m%C3%A4-sivu?a=%C3%A4");
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/about/%CE%B5%CE%BB%CE%BB%CE%B7%CE%BD%CE%B9%CE%BA%CE%AC?a=%C3%A4"), (response.StatusCode, response.Header("Location")));
        Assert.Equal("Tietoja", (await site.App.Client.PageAsync(response.Header("Location"))).QuerySelector("h1").Words());
    }

    private Task PublishAsync(string id, string path) => site.App.ChangeAsync(async session =>
    {
        var item = new ContentItem { ContentItemId = id, ContentItemVersionId = Ids.New(), ContentType = "Page" };
        item.Apply(new TitlePart { Title = "Tietoja" });
        item.Apply(new AutoroutePart { Path = path });
        Assert.Empty((await site.App.Get<ContentManager>().PublishAsync(session, item, Actor.System, Token)).Errors);
    });
}
