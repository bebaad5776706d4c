using Xunit;

namespace Portal.Tests.Import;

public sealed class LinkCheckTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("[a](/about/nowhere)", 7, "no page '/about/nowhere'")]
    [InlineData("Text.\n\nMore [a](/about/othr#x).", 9, "Did you mean '/about/other'?")]
    [InlineData("## Here\n\n[a](#there)", 9, "no heading 'there'")]
    [InlineData("[a](/about/other#hedding)", 7, "Did you mean 'heading'?")]
    [InlineData("[a](javascript:x)", 7, "cannot be linked to")]
    [InlineData("[a](other)", 7, "cannot be linked to")]
    [InlineData("::: shout\nx\n:::", 7, "not a callout")]
    public async Task Body_Wrong_NamesTheLineOfTheFile(string body, int line, string message)
    {
        _site.WritePage("about/other.md", "", "## Heading");
        var error = await _site.Write("about/wrong.md", $"---\ntype: Page\ntitle: T\n---\n\n\n{body}\n").OneErrorAsync();
        Assert.Equal(("about/wrong.md", line, "body"), (error.File, error.Line, error.Field));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](/about/other#heading)")]
    [InlineData("[a](/about/other/) [b](/about) [c](/) [d](/search?q=x) [e](/account/sign-in) [f](https://example.org) [g](/media/a.pdf)")]
    [InlineData("## Here\n\n[a](#here)")]
    public async Task Links_ThatLeadSomewhere_AreFine(string body)
        => Assert.Empty((await _site.WritePage("about/other.md", "", "## Heading").WritePage("about/right.md", "", body).ImportAsync()).Errors);

    [Fact]
    public async Task Anchor_OfItemThatOnlyTheSiteHas_IsLookedUp()
    {
        await _site.WritePage("about/other.md", "", "## Heading").ImportCleanAsync();
        _site.Delete("about/other.md");
        await _site.WritePage("about/right.md", "", "[a](/about/other#heading)").ImportCleanAsync();
        var error = await _site.WritePage("about/wrong.md", "", "[a](/about/other#headings)").OneErrorAsync();
        Assert.Contains("Did you mean 'heading'?", error.Message, StringComparison.Ordinal);
    }
}
