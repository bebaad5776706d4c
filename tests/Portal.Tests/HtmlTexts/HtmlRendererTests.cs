using Portal.Kernel.Content.Html;
using Xunit;

namespace Portal.Tests.HtmlTexts;

public sealed class HtmlRendererTests
{
    [Theory]
    [InlineData("<p>a <strong>b</strong></p>", "<p>a <strong>b</strong></p>")]
    [InlineData("<p>a < b & c</p>", "<p>a &lt; b &amp; c</p>")]
    [InlineData("<P STYLE='color:red' CLASS=x ID=main onclick=alert(1)>a</P>", "<p>a</p>")]
    [InlineData("<p lang='pt-BR' dir=rtl>a</p>", "<p lang=\"pt-BR\" dir=\"rtl\">a</p>")]
    [InlineData("<section><custom-thing>a</custom-thing></section>", "a")]
    [InlineData("a<script>alert(1)</script>b<style>p{}</style>c<!-- d -->", "abc")]
    [InlineData("a<svg><script>alert(1)</script><p>b</svg>", "a<p>b</p>")]
    [InlineData("a<math><mi><style><img src=x onerror=alert(1)></style></math>", "a")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "")]
    [InlineData("a<iframe src='https://example.org'></iframe><object data=x></object><embed src=x>", "a")]
    [InlineData("<form action=/x><input name=a><button>Go</button>b</form>", "b")]
    [InlineData("<a href='javascript:alert(1)'>a</a><a href=' javascript:alert(1)'>b</a><a href='data:text/html,x'>c</a>", "abc")]
    [InlineData("<a href='//example.org'>a</a><a href='/\\example.org'>b</a>", "ab")]
    [InlineData("<a href='/about' target=_blank>a</a>", "<a href=\"/about\">a</a>")]
    [InlineData("<a href='https://example.org/?a=1&b=\"2\"'>a</a>", "<a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" rel=\"noopener noreferrer\">a</a>")]
    [InlineData("<img src='https://example.org/x.png' alt='A meeting'>", "A meeting")]
    [InlineData("<img src='/media/../handbooks' alt='x'>", "x")]
    [InlineData("<img src='/media/%2e%2e/handbooks' alt='x'>", "x")]
    [InlineData("<img src='/media/a.png' width=10 onerror=x>", "<img loading=\"lazy\" src=\"/media/a.png\" width=\"10\" alt=\"\">")]
    [InlineData("<ol start=3><li>a</ol>", "<ol start=\"3\"><li>a</li></ol>")]
    [InlineData("<td>no table</td>", "no table")]
    public void Render_LetsThroughWhatIsAllowed(string html, string shown) => Assert.Equal(shown, HtmlRenderer.Render(html).Html);

    [Fact]
    public void Render_Table_ScrollsByItself()
        => Assert.Equal(
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table><tbody><tr><td colspan=\"2\">a</td></tr></tbody></table></div>",
            HtmlRenderer.Render("<table border=1><tr><td colspan=2 bgcolor=red>a</td></tr></table>").Html);

    [Fact]
    public void Render_Headings_HaveStableIds()
    {
        var rendered = HtmlRenderer.Render("<h1 id=x>Why &amp; how</h1><h3>Why how</h3><h2>Main</h2>", ["why-how"]);
        Assert.Equal(["why-how-2", "why-how-3", "main-2"], rendered.Headings.Select(heading => heading.Id));
        Assert.StartsWith("<h2 id=\"why-how-2\">Why &amp; how <a class=\"heading-link\" href=\"#why-how-2\" aria-label=\"Link to this section: Why &amp; how\"></a></h2>", rendered.Html, StringComparison.Ordinal);
        Assert.Equal("<h2>Why</h2>", HtmlRenderer.Render("<h1>Why</h1>", anchors: false).Html);
    }

    [Fact]
    public void Sections_AreThoseOfTheHeadings_ByTheirIds()
    {
        const string html = "Lead <b>words</b><p>More</p><h2>Cats</h2><ul><li>One</li><li>Two</li></ul><h3>Cats</h3><table><tr><td>a</td><td>b</td></tr></table><script>hidden</script>";
        var sections = HtmlText.Sections(html);
        Assert.Equal([(null, null, "Lead words\nMore"), ("cats", "Cats", "One\nTwo"), ("cats-2", "Cats", "a · b")], sections.Select(section => (section.Anchor, section.Heading, section.Text)));
        Assert.Equal(HtmlRenderer.Render(html).Headings.Select(heading => heading.Id), sections.Select(section => section.Anchor).OfType<string>());
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=/x>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<h2>")]
    public async Task Render_DeeplyNested_EndsSoon(string tag)
    {
        var html = string.Concat(Enumerable.Repeat(tag, 19_000 / tag.Count(c => c == '<'))) + "deep";
        var rendering = Task.Run(() => (HtmlRenderer.Render(html), HtmlText.Plain(html)), TestContext.Current.CancellationToken);
        Assert.Same(rendering, await Task.WhenAny(rendering, Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)));
        await rendering;
    }

    [Fact]
    public void Problem_OfTooLarge_SaysHowMuchIsRead()
    {
        var html = new string('<', 30_000);
        Assert.Contains("at most 1000000 characters and 20000 tags", HtmlText.Problem(html), StringComparison.Ordinal);
        Assert.Empty(HtmlRenderer.Render(html).Html);
        Assert.Null(HtmlText.Problem("<p>a</p>"));
    }
}
