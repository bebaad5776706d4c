using System.Text.RegularExpressions;
using Portal.Kernel.Content.Markdown;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Markdown;

public sealed partial class HeadingIdTests
{
    [Theory]
    [InlineData("## Foo\n\n## Foo\n\n## Foo 2", "foo foo-2 foo-2-2")]
    [InlineData("## Foo 2\n\n## Foo\n\n## Foo\n\n## Foo", "foo-2 foo foo-3 foo-4")]
    [InlineData("## Main\n\n## Page sources\n\n## Terms", "main-2 page-sources-2 terms")]
    [InlineData("## Term limits\n\n## Section term limits", "section-term-limits section-term-limits-2")]
    [InlineData("## Clause 1.1\n\n## Knowledge check", "section-clause-1-1 knowledge-check-2")]
    public void Ids_AreEachOtherNoneOfTheFrame(string markdown, string ids) => Assert.Equal(ids, string.Join(' ', MarkdownOutline.Of(markdown).Anchors));

    [Fact]
    public void Render_WithoutAnchors_GivesHeadingsNoId()
        => Assert.Equal("<h2>Foo</h2>\n", new MarkdownRenderer().Render("## Foo", TermIndex.None, [], anchors: false).Html);

    [Fact]
    public void Templates_HaveIdsOfTheListOnly()
    {
        var ids = Repository.Files("src/Portal.Modules", "*.cshtml").Concat(Repository.Files("themes/Commons/Views", "*.cshtml"))
            .SelectMany(file => Id().Matches(File.ReadAllText(file))).Select(match => match.Groups["id"].Value)
            .Where(id => !id.StartsWith('@')).Select(id => id.Split('@')[0]).ToList();
        Assert.Contains("main", ids);
        Assert.All(ids, id => Assert.True(FrameIds.Contains(id), id));
    }

    [Theory]
    [InlineData("Every rights holder.", "rights-holder")]
    [InlineData("All rights.", "right")]
    public void Terms_ThatBeginWithAPlural_AreFoundBesideTheSingular(string text, string slug)
    {
        var terms = new TermIndex([new TermWording("right", "Right", false), new TermWording("rights-holder", "Rights holder", false)]);
        Assert.Equal([slug], new MarkdownRenderer().Render(text, terms, []).Terms);
    }

    [GeneratedRegex("[ \"]id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
