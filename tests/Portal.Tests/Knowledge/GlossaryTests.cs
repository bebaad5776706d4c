using Portal.Kernel.Content.Markdown;
using Portal.Modules.Shared.Articles;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Knowledge;

/// <summary>The glossary as search and texts use it, over the real content.</summary>
public sealed class GlossaryTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Chapter = "/handbooks/setting-up-a-multi-agency-structure/share-and-assess";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Synonyms_OfATerm_AreItsTitleAbbreviationsAndOtherNames()
    {
        var glossary = await site.App.Get<Glossary>().GetAsync(Token);
        var entry = glossary.BySlug("multi-agency-working")!;
        Assert.Equal(["MAW"], entry.Abbreviations);
        Assert.Contains("interagency cooperation", entry.Synonyms);
        Assert.StartsWith("Multi-agency working means", entry.Definition, StringComparison.Ordinal);
        Assert.Equal(70, glossary.Entries.Count);
        Assert.Equal(glossary.Entries.Select(term => term.Slug).Distinct().Count(), glossary.Entries.Count);
        Assert.Null(glossary.BySlug("none"));
    }

    [Theory]
    [InlineData("We call it multi-agency working here.", "multi-agency-working")]
    [InlineData("Multi-Agency Working comes first.", "multi-agency-working")]
    [InlineData("In MAW, trust counts.", "multi-agency-working")]
    [InlineData("An interagency cooperation of years.", "multi-agency-working")]
    public async Task Terms_AreFoundInATextByAnyOfTheirNames(string text, string slug)
        => Assert.Contains(slug, await MarkedAsync(text));

    [Theory]
    [InlineData("The lion's maw is open.")]
    [InlineData("A mawkish tale.")]
    [InlineData("It was multi-agencyworking.")]
    public async Task Terms_AreNotFoundInOtherWords(string text)
        => Assert.DoesNotContain("multi-agency-working", await MarkedAsync(text));

    // It would be marked in every text, and widen every search for it.
    [Fact]
    public void Names_OfOneLetter_ArePassedOver()
    {
        var snapshot = new GlossarySnapshot([new GlossaryEntry("1", "europe", "Europe", "/glossary/europe", ["E", "E."], ["e", "Old World"], "A continent.", "")]);
        Assert.Empty(new MarkdownRenderer().Render("An e and E. and E here.", snapshot.Terms, []).Terms);
        Assert.Equal(["europe"], new MarkdownRenderer().Render("In the Old World.", snapshot.Terms, []).Terms);
        Assert.Equal([["Europe", "Old World"]], snapshot.Synonyms.Sets);
    }

    [Fact]
    public async Task Chapter_MarksEachTermOnce_AndExplainsEachItMarks()
    {
        var page = await site.App.Client.PageAsync(Chapter);
        var marked = page.QuerySelectorAll(".prose button.term").Select(term => term.GetAttribute("popovertarget")!).ToList();
        Assert.NotEmpty(marked);
        Assert.Equal(marked.Distinct(), marked);
        Assert.Equal(marked.Order(StringComparer.Ordinal), page.QuerySelectorAll("[popover]").Select(note => note.Id!).Order(StringComparer.Ordinal));
        Assert.Empty(page.QuerySelectorAll("h1 .term, h2 .term, h3 .term, a .term, code .term"));

        var glossary = await site.App.Get<Glossary>().GetAsync(Token);
        foreach (var id in marked)
        {
            Assert.Contains(glossary.BySlug(id["term-".Length..])!.Definition, page.GetElementById(id).Words(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TermsPage_DoesNotMarkItself()
    {
        var page = await site.App.Client.PageAsync("/glossary/multi-agency-working");
        Assert.Equal("Multi-agency working", page.QuerySelector("h1").Words());
        Assert.DoesNotContain(page.QuerySelectorAll("button.term"), term => term.GetAttribute("popovertarget") == "term-multi-agency-working");
    }

    [Fact]
    public async Task Glossary_ListsEveryTermByLetter()
    {
        var page = await site.App.Client.PageAsync("/glossary");
        var glossary = await site.App.Get<Glossary>().GetAsync(Token);
        Assert.Equal(glossary.Entries.Select(term => term.Slug), page.QuerySelectorAll(".glossary-entry").Select(entry => entry.Id));
        Assert.All(page.QuerySelectorAll(".glossary-letter"), letter
            => Assert.All(letter.QuerySelectorAll("dt a"), term => Assert.Equal(letter.QuerySelector("h2").Words(), term.Words()[..1].ToUpperInvariant())));
    }

    [Theory]
    [InlineData("maw", "multi-agency-working")]
    [InlineData("INTERAGENCY", "multi-agency-working")]
    public async Task Glossary_WithWords_ListsTheTermsThatHaveThem(string words, string slug)
    {
        var page = await site.App.Client.PageAsync($"/glossary?q={words}");
        var shown = page.QuerySelectorAll(".glossary-entry").Select(entry => entry.Id).ToList();
        Assert.Contains(slug, shown);
        Assert.True(shown.Count < 30);
    }

    [Fact]
    public async Task Glossary_WithWordsThatNoTermHas_SaysSo()
    {
        var page = await site.App.Client.PageAsync("/glossary?q=zzzz");
        Assert.Empty(page.QuerySelectorAll(".glossary-entry"));
        Assert.False(page.QuerySelector("[data-glossary-empty]")!.HasAttribute("hidden"));
    }

    private async Task<IReadOnlyList<string>> MarkedAsync(string text)
        => site.App.Get<MarkdownRenderer>().Render(text, (await site.App.Get<Glossary>().GetAsync(Token)).Terms, []).Terms;
}
