using Portal.Kernel.Search;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>What helps on who did not find the right words: relaxing, reasons, synonyms, suggestions.</summary>
public abstract class SearchHelpContract(SearchPlace place) : SearchIndexTest(place)
{
    private static readonly Synonyms Glossary = new([["MAW", "multi-agency working"], ["CSO", "civil society organisation", "NGO"], ["WHO", "World Health Organization"]]);

    [Fact]
    public async Task Suggest_ManyHeadingsOfAnItem_AreInItsOrder()
    {
        var document = Document("a", "X", [.. Enumerable.Range(0, 40).Select(_ => "text")]);
        await IndexAsync(document with { Sections = [.. document.Sections.Select((section, i) => section with { Heading = $"Handle {(i * 7) % 40:00}" })] });
        Assert.Equal(["Handle 00", "Handle 07", "Handle 14", "Handle 21"], (await Index.SuggestAsync("hand", 4, Token)).Select(suggestion => suggestion.Text));
    }

    [Fact]
    public async Task Search_NothingHasAllWords_FindsThoseWithMost()
    {
        await IndexAsync(
            Document("two", "X", "Prison and probation."),
            Document("three", "X", "Prison and probation and school."),
            Document("none", "X", "Something else."));
        var result = await SearchAsync("prison probation school clinic");
        Assert.True(result.Relaxed);
        Assert.Equal(["three", "two"], result.Hits.Select(hit => hit.ItemId));
        Assert.False((await SearchAsync("prison school")).Relaxed);
    }

    // Who writes AND means it.
    [Theory]
    [InlineData("prison AND school")]
    [InlineData("prison AND school AND clinic")]
    [InlineData("prison && school")]
    public async Task Search_AndThatNothingHas_FindsNothingAndSaysWhy(string query)
    {
        await IndexAsync(Document("a", "X", "prison clinic"), Document("b", "X", "school"));
        var result = await SearchAsync(query);
        Assert.Empty(result.Hits);
        Assert.Equal(["Each of these words is found, but no section has all that was asked for together."], result.Notes);
        Assert.NotEmpty((await SearchAsync("prison school")).Hits);
    }

    // An AND that joins nothing, or only says what must not be there, makes nothing strict.
    [Theory]
    [InlineData("prison school AND")]
    [InlineData("AND prison school")]
    [InlineData("prison school -(hospital AND police)")]
    [InlineData("prison AND school OR hospital")]
    public async Task Search_AndThatJoinsNothing_IsNoStricter(string query)
    {
        await IndexAsync(Document("a", "X", "prison clinic"), Document("b", "X", "school"), Document("c", "X", "hospital"));
        Assert.NotEmpty((await SearchAsync(query)).Hits);
    }

    [Fact]
    public async Task Search_Relaxed_KeepsWhatIsRequiredAndExcluded()
    {
        await IndexAsync(Document("a", "X", "prison probation"), Document("b", "X", "prison school"), Document("c", "X", "probation school police"));
        Assert.Equal(["b"], await FoundAsync("+prison school clinic -probation"));
        Assert.Empty(await FoundAsync("+hospital prison school"));
    }

    [Theory]
    [InlineData("-prison", "only what must not be there")]
    [InlineData("-prison -country:be", "only what must not be there")]
    [InlineData("*", "no word in this search")]
    [InlineData("\"*\"", "no word in this search")]
    [InlineData("\"the of\"", "the words ‘the of’ stand nowhere in this order")]
    [InlineData("\"gardens prison\"~2", "the words ‘gardens prison’ stand nowhere so near to one another")]
    [InlineData("title:", "Nothing stands after ‘title:’")]
    [InlineData("title:lawns", "‘lawns’ stands nowhere in a title")]
    [InlineData("type:nonsense", "no type called ‘nonsense’")]
    [InlineData("type:nonsense", "‘type’ stands nowhere in what is published; ‘nonsense’ stands nowhere")]
    [InlineData("zzzzzz", "‘zzzzzz’ stands nowhere in what is published")]
    [InlineData("zzzz*", "No word is like ‘zzzz*’")]
    [InlineData("year:[2020 TO 2016]", "Nothing here was first published from 2016 to 2020")]
    [InlineData("year:{2016 TO 2017}", "Nothing here was first published between these years, for there is none")]
    [InlineData("year:2016 country:be", "Nothing that is published has all that these filters ask for")]
    [InlineData("prison year:<2016", "not where the filters in the search")]
    [InlineData("+prison +school", "no section has all that was asked for together")]
    [InlineData("prison -gardens", "not together without what must not be there")]
    public async Task Search_NothingFound_SaysWhy(string query, string expected)
    {
        await IndexAsync(
            Document("a", "Prison", "The prison has lawns, trees and gardens.") with { Facets = [new FacetValue("country", "be")] },
            Document("b", "School", "Children learn."));
        var names = new FacetNames(
        [
            new FacetName("country", "Country", [new FacetLabel("be", "Belgium")]),
            new FacetName("type", "Kind", [new FacetLabel("HandbookChapter", "Handbook chapter")]),
        ]);
        var result = await Index.SearchAsync(new SearchRequest { Query = query, FacetNames = names }, Token);
        Assert.Equal(0, result.Total);
        Assert.Contains(expected, string.Join(' ', result.Notes), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Search_NothingFoundWithFilters_SaysThatThereIsSomethingWithoutThem()
    {
        await IndexAsync(Document("a", "Prison", "x"));
        var filtered = await Index.SearchAsync(new SearchRequest { Query = "prison", Filters = [new FacetValue("country", "be")] }, Token);
        Assert.Contains("without the filters", Assert.Single(filtered.Notes), StringComparison.Ordinal);
        Assert.Empty((await SearchAsync("prison")).Notes);
        Assert.Empty((await SearchAsync(" ")).Notes);
    }

    [Fact]
    public async Task Search_LongQueryWhoseAnswersDoNotFillAPage_GoesOnWithMostOfIt()
    {
        await IndexAsync(
            Document("all", "X", "A mentor visits prison and school."), Document("two", "X", "Prison and school."), Document("one", "X", "School school school."), Document("none", "X", "Else."));
        var result = await SearchAsync("mentor prison school");
        Assert.Equal(["all", "two", "one"], result.Hits.Select(hit => hit.ItemId));
        Assert.Equal((1, false), (result.Whole, result.Relaxed));
        Assert.Equal(["mentor"], result.Hits[1].Missing);

        // A page that is full, two words, and words that were said to belong together need no more.
        Assert.Equal(["all"], (await Index.SearchAsync(new SearchRequest { Query = "mentor prison school", Size = 1 }, Token)).Hits.Select(hit => hit.ItemId));
        Assert.Equal(["all", "two"], (await FoundAsync("prison school")).Order(StringComparer.Ordinal));
        Assert.Equal(["all"], await FoundAsync("mentor AND prison AND school"));
        Assert.Equal(["all"], await FoundAsync("+mentor +prison +school"));
        Assert.Null((await SearchAsync("prison school")).Whole);
    }

    [Fact]
    public async Task Search_MisspeltAfterTheWordIsGone_SuggestsNothing()
    {
        await IndexAsync(Document("a", "X", "deradicalisation"), Document("b", "X", "else"));
        await IndexAsync(Document("a", "X", "something"));
        Assert.Null((await SearchAsync("deradicalisatoin")).DidYouMean);
    }

    [Theory]
    [InlineData("MAW")]
    [InlineData("maw")]
    [InlineData("multi-agency working")]
    [InlineData("multi agency working")]
    [InlineData("multiagency working")]
    [InlineData("maw towns")]
    [InlineData("towns multi-agency working")]
    public async Task Search_Synonym_FindsTheOtherWording(string query)
    {
        await IndexAsync(Document("short", "X", "About MAW in towns."), Document("long", "X", "On multi-agency working in towns."), Document("none", "X", "Towns working."));
        var result = await Index.SearchAsync(new SearchRequest { Query = query, Synonyms = Glossary }, Token);
        Assert.Equal(["long", "short"], result.Hits.Select(hit => hit.ItemId).Order(StringComparer.Ordinal));
        Assert.Equal([query.Contains("maw", StringComparison.OrdinalIgnoreCase) ? "multi-agency working" : "MAW"], result.AlsoSearched);
        Assert.Contains("<mark>multi-agency</mark> <mark>working</mark>", result.Hits.Single(hit => hit.ItemId == "long").Sections[0].Snippet, StringComparison.Ordinal);
        Assert.Contains("<mark>MAW</mark>", result.Hits.Single(hit => hit.ItemId == "short").Sections[0].Snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_StopWordThatIsAnAbbreviation_IsNotExpanded()
        => Assert.Empty((await Index.SearchAsync(new SearchRequest { Query = "who works", Synonyms = Glossary }, Token)).AlsoSearched);

    [Fact]
    public async Task Suggest_BeginningOfTitleFirst_ThenWordsThenHeadings()
    {
        await IndexAsync(
            Document("word", "How to share information", "x"),
            Document("begins", "Sharing information", "x") with { Names = ["Data exchange"] },
            Document("heading", "Other") with { Sections = [new SearchSection("s", "Shared ground", "x")] });
        var suggestions = await Index.SuggestAsync("shar", 10, Token);
        Assert.Equal(["Sharing information", "How to share information", "Shared ground"], suggestions.Select(suggestion => suggestion.Text));
        Assert.Equal("/handbooks/heading#s", suggestions[2].Url);
        Assert.Equal("Data exchange", Assert.Single(await Index.SuggestAsync("data e", 10, Token)).Text);
        Assert.Equal("How to share information", Assert.Single(await Index.SuggestAsync("information sha", 1, Token)).Text);
        Assert.Single(await Index.SuggestAsync("shar", 1, Token));
        Assert.Empty(await Index.SuggestAsync("", 10, Token));
        Assert.Empty(await Index.SuggestAsync("\"*^:(", 10, Token));
    }
}
