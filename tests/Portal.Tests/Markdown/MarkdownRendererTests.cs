using Portal.Kernel.Content.Markdown;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Markdown;

public sealed class MarkdownRendererTests
{
    private static readonly TermIndex Terms = new(
    [
        new TermWording("multi-agency-working", "Multi-agency working", CaseSensitive: false),
        new TermWording("multi-agency-working", "MAW", CaseSensitive: true),
        new TermWording("ran", "RAN", CaseSensitive: true),
        new TermWording("case-owner", "Case owner", CaseSensitive: false),
    ]);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt&colon;alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](//evil.example/x)")]
    [InlineData("[x](/\\evil.example/x)")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    [InlineData("<a href='javascript:alert(1)'>x</a>")]
    [InlineData("::: warning\" onclick=\"alert(1)\nx\n:::")]
    [InlineData("## x {onclick=alert(1)}")]
    [InlineData("<javascript:alert(1)>")]
    public void Render_HostileMarkdown_GivesNothingThatRunsOrLoads(string markdown)
    {
        var page = Html.Parse(Render(markdown).Html);

        Assert.Empty(page.QuerySelectorAll("script, style, img, iframe, object, form"));
        Assert.All(page.QuerySelectorAll("*"), element => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.StartsWith("#", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void Render_Headings_GetStableIdsAndLinks()
    {
        var body = Render("## Agree who may be told what\n\n### Client's view\n\n## Agree who may be told what\n");

        Assert.Equal(["agree-who-may-be-told-what", "clients-view", "agree-who-may-be-told-what-2"], body.Headings.Select(heading => heading.Id));
        var heading = Html.Parse(body.Html).QuerySelector("h2")!;
        Assert.Equal("#" + heading.Id, heading.QuerySelector("a.heading-link")!.GetAttribute("href"));
        Assert.Equal("Link to this section: Agree who may be told what", heading.QuerySelector("a")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void Render_Table_AlignsWithoutInlineStyle()
    {
        var page = Html.Parse(Render("| a | b | c |\n| --- | ---: | :---: |\n| 1 | 2 | 3 |\n").Html);

        Assert.Empty(page.QuerySelectorAll("[style]"));
        Assert.Equal([null, "align-end", "align-centre"], page.QuerySelectorAll("td").Select(cell => cell.GetAttribute("class")));
        Assert.Equal([null, "align-end", "align-centre"], page.QuerySelectorAll("th").Select(cell => cell.GetAttribute("class")));
    }

    [Theory]
    [InlineData("principle", "Guiding principle")]
    [InlineData("checklist", "Checklist")]
    [InlineData("steps", "Steps")]
    [InlineData("information", "Information")]
    [InlineData("warning", "Warning")]
    [InlineData("example", "Example")]
    [InlineData("contact", "Contact")]
    [InlineData("applies-only-to", "Applies only to")]
    public void Render_Callout_SaysItsKindInAWord(string kind, string label)
    {
        var callout = Html.Parse(Render($"::: {kind}\nText\n:::\n").Html).QuerySelector($"div.callout--{kind}")!;

        Assert.Equal(label, callout.QuerySelector(".callout__label").Words());
        Assert.Contains("Text", callout.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Checklist_HasBoxesWithLabels()
    {
        var page = Html.Parse(Render("::: checklist\n- [ ] Is the **right** partner on board?\n- [ ] Second\n:::\n").Html);

        var labels = page.QuerySelectorAll("ul.checklist > li > label").ToList();
        Assert.Equal(["Is the right partner on board?", "Second"], labels.Select(label => label.Words()));
        Assert.All(labels, label => Assert.NotNull(label.QuerySelector("input[type=checkbox]:not([disabled])")));
    }

    [Fact]
    public void Render_Terms_AreMarkedWhereTheyFirstStand()
    {
        var body = Render("## MAW\n\nHe ran [to RAN](/x). MAW and multi-agency working: RAN, the case owners, a case owner.");

        var page = Html.Parse(body.Html);
        Assert.Equal(["multi-agency-working", "ran", "case-owner"], body.Terms);
        Assert.Equal(["MAW", "RAN", "case owners"], page.QuerySelectorAll("button.term").Select(term => term.TextContent));
        Assert.Equal("term-case-owner", page.QuerySelectorAll("button.term")[2].GetAttribute("popovertarget"));
        Assert.Empty(page.QuerySelectorAll("h2 button, a button"));
    }

    [Fact]
    public void Render_OwnTerm_IsNotMarked() => Assert.Empty(new MarkdownRenderer().Render("A case owner is ...", Terms, ["case-owner"]).Terms);

    [Fact]
    public void Sections_AreHeadingsWithTheirText()
    {
        var sections = SectionReader.Read("Before.\n\n## One\n\nA *b*.\n\n- c\n- d\n\n### Two\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n## Three\n\n### Four\n\nEnd.");

        Assert.Equal([null, "one", "two", "three", "four"], sections.Select(section => section.Anchor));
        Assert.Equal("A b.\nc\nd", sections[1].Text);
        Assert.Equal("x · y\n1 · 2", sections[2].Text);
        Assert.Equal("Four", sections[3].Text);
    }

    [Theory]
    [InlineData("- [How to prepare one](/handbooks/a)\n- The word explained: [case conference](/glossary/b)", false)]
    [InlineData("- Methods of [exit work](/handbooks/a)", false)]
    [InlineData("[All of it](/handbooks/a)", true)]
    [InlineData("- [All of it](/handbooks/a)\n- Whom to ask", true)]
    [InlineData("- [Exit line 0800 1234](tel:08001234)\n- [Exit line by mail](https://example.org/exit)", true)]
    [InlineData("- [The form for a concern](/media/form.pdf)", true)]
    [InlineData("- Inside the prison, where staff know the person best and see them every day: [the facility as a part of the prison](/handbooks/a)", true)]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\n\n- [The way through the agencies, from the first concern](/handbooks/a)", true)]
    [InlineData("Talk to [the mentor](/glossary/mentor) before anything is written down.", true)]
    [InlineData("![A diagram of the way through the agencies](/media/way.svg)", true)]
    [InlineData("", true)]
    public void Sections_ThatAreAListOfLinks_AreNone(string text, bool there)
    {
        var sections = SectionReader.Read($"Before.\n\n## Read more\n\n{text}\n\n## Next\n\nMore of it.");
        Assert.Equal(there ? [null, "read-more", "next"] : [null, "next"], sections.Select(section => section.Anchor));
        Assert.Equal("More of it.", sections[^1].Text);
        // A text that is links alone is what there is.
        Assert.Equal("A", Assert.Single(SectionReader.Read("[A](/a)")).Text);
    }

    [Theory]
    [InlineData("::: waring\nx\n:::", 1, "'waring' is not a callout")]
    [InlineData("x\n\n::: warning\nx", 3, "not closed")]
    [InlineData("# Title", 1, "begin with '##'")]
    [InlineData("## A\n\n#### B", 3, "skips a level")]
    [InlineData("x\n\n[x](javascript:alert(1))", 3, "cannot be linked to")]
    public void Problems_NameTheLine(string markdown, int line, string message)
    {
        var problem = Assert.Single(MarkdownOutline.Of(markdown).Problems);

        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    private static RenderedMarkdown Render(string markdown) => new MarkdownRenderer().Render(markdown, Terms, []);
}
