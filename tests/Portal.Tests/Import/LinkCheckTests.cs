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
    [InlineData("[a](/about/other/) [b](/glossary) [c](/) [d](/search?q=x) [e](/feeds/glossary.atom) [f](https://example.org) [g](/media/a.pdf) [h](?page=2) [i](/openapi/v1.json)")]
    [InlineData("## Here\n\n[a](#here)")]
    public async Task Links_ThatLeadSomewhere_AreFine(string body)
        => Assert.Empty((await _site.Write("media/a.pdf", "").WritePage("about/other.md", "", "## Heading").WritePage("about/right.md", "", body).ImportAsync()).Errors);

    [Theory]
    [InlineData("/account/sign-in", "no page '/account/sign-in'")]
    [InlineData("/about", "no page '/about'")]
    [InlineData("/feeds/none.atom", "no page")]
    [InlineData("/media/none.pdf", "no file '/media/none.pdf'")]
    [InlineData("/media/../about/other.md", "no file")]
    [InlineData("/about/draft", "not published")]
    [InlineData("/about/withdrawn", "not published")]
    public async Task Link_ToWhatNoReaderFinds_IsAnError(string url, string message)
    {
        _site.WritePage("about/other.md").WritePage("about/draft.md", "state: draft").WritePage("about/withdrawn.md", "state: withdrawn");
        var error = await _site.WritePage("about/wrong.md", "", $"[a]({url})").OneErrorAsync();
        Assert.Equal(("about/wrong.md", "body"), (error.File, error.Field));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfADraft_MayLeadToADraft()
        => await _site.WritePage("about/draft.md", "state: draft").WritePage("about/right.md", "state: draft", "[a](/about/draft)").ImportCleanAsync();

    [Fact]
    public async Task Link_ToADraftWithAPublicEdition_IsFine()
    {
        await _site.WritePage("about/other.md").ImportCleanAsync();
        await _site.WritePage("about/other.md", "state: draft", "New.").WritePage("about/right.md", "", "[a](/about/other)").ImportCleanAsync();
        var error = await _site.WritePage("about/other.md", "state: withdrawn").OneErrorAsync();
        Assert.Contains("not published", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinkField_ToNowhere_NamesFieldAndLine()
    {
        var error = await _site.Write("sources/s.md", "---\ntype: Source\ntitle: T\npublisher: P\nlink: /about/none\n---\n").OneErrorAsync();
        Assert.Equal((5, "link"), (error.Line, error.Field));
    }

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
