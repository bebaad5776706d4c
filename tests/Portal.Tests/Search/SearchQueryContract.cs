using Portal.Kernel.Search;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>What the query language's parts find, the order asked for, and what is said beside the hits.</summary>
public abstract class SearchQueryContract(SearchPlace place) : SearchIndexTest(place)
{
    [Theory]
    [InlineData("title:prison", "title")]
    [InlineData("heading:prison", "heading")]
    [InlineData("text:prison", "text near far")]
    [InlineData("prison -title:prison", "heading text near far")]
    [InlineData("prison*", "title heading text near far plural")]
    [InlineData("pr?son", "title heading text near far")]
    [InlineData("pr*ns", "plural")]
    [InlineData("prisin~", "title heading text near far plural")]
    [InlineData("prisin~1", "title heading text near far")]
    [InlineData("\"prison gardens\"~1", "near")]
    [InlineData("\"gardens prison\"~3", "near")]
    [InlineData("\"prison gardens\"", "")]
    [InlineData("\"prison gardens\"~20", "near far")]
    [InlineData("(gardens OR plural) AND prison", "near far")]
    [InlineData("+gardens -(prison AND lawns)", "far")]
    [InlineData("prison year:[2015 TO 2016]", "far")]
    [InlineData("prison year:2016", "far")]
    [InlineData("prison -year:[* TO 2016]", "title heading text near plural")]
    public async Task Search_Syntax_FindsWhatItSays(string query, string expected)
    {
        await IndexAsync(
            Document("title", "The prison", "x"),
            Document("heading", "X") with { Sections = [new SearchSection("s", "A prison", "x")] },
            Document("text", "X", "Of a prison."),
            Document("plural", "X", "Of prisons here."),
            Document("near", "X", "The prison has gardens and lawns."),
            Document("far", "X", "A prison and much else, and long after that at the very end of it gardens.") with { Date = new DateTimeOffset(2016, 12, 31, 23, 59, 59, TimeSpan.Zero) });
        var result = await Index.SearchAsync(new SearchRequest { Query = query }, Token);
        // A stem's other forms are found by plain words, not by patterns.
        var found = result.Hits.Select(hit => hit.ItemId).Where(id => query.Contains('*') || query.Contains('?') || query.Contains('~') || id != "plural");
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Null(result.SearchedInstead);
    }

    /// <summary>Lucene's measure, which the help page explains: a word between is 1, the other way round 2 more.</summary>
    [Theory]
    [InlineData("sharing information", 0)]
    [InlineData("sharing of information", 1)]
    [InlineData("sharing one two three four five information", 5)]
    [InlineData("information sharing", 2)]
    [InlineData("information for sharing", 3)]
    [InlineData("information one two three sharing", 5)]
    public async Task Search_NearWords_AreAsFarApartAsLuceneSays(string text, int slop)
    {
        await IndexAsync(Document("a", "X", $"Before it {text} after it."));
        var found = Assert.Single((await SearchAsync($"\"sharing information\"~{slop}")).Hits);
        Assert.Contains("<mark>sharing</mark>", found.Sections[0].Snippet, StringComparison.Ordinal);
        Assert.Contains("<mark>information</mark>", found.Sections[0].Snippet, StringComparison.Ordinal);
        Assert.True(slop == 0 || !(await FoundAsync($"\"sharing information\"~{slop - 1}")).Any());
    }

    [Fact]
    public async Task Search_FacetInTheQuery_FiltersAndIsNeverRelaxed()
    {
        await IndexAsync(
            Document("a", "X", "mentor school") with { Facets = [new FacetValue("country", "be")] },
            Document("b", "X", "mentor school") with { Facets = [new FacetValue("country", "nl")] },
            Document("c", "X", "mentor") with { Facets = [new FacetValue("country", "be")] });
        Assert.Equal(["a"], await FoundIn("mentor school country:be"));
        Assert.Equal(["a", "c"], (await FoundIn("country:be")).Order(StringComparer.Ordinal));
        Assert.Equal(["b"], await FoundIn("mentor -country:be"));
        Assert.Equal(["a", "b", "c"], (await FoundIn("mentor country:be country:nl")).Order(StringComparer.Ordinal));
        Assert.Empty(await FoundIn("mentor +country:be +country:nl"));
        Assert.Equal(["a", "b"], (await FoundIn("mentor (country:nl OR school)")).Order(StringComparer.Ordinal));
        Assert.Equal(["c"], (await FoundIn("mentor country:be prison family")).Except(["a"], StringComparer.Ordinal));

        async Task<IEnumerable<string>> FoundIn(string query) => (await Index.SearchAsync(
            new SearchRequest { Query = query, FacetNames = new FacetNames([new FacetName("country", "Country", [new FacetLabel("be", "Belgium"), new FacetLabel("nl", "Netherlands")])]) }, Token)).Hits.Select(hit => hit.ItemId);
    }

    [Fact]
    public async Task Search_Boost_OutweighsTheRest()
    {
        await IndexAsync(Document("a", "X", "mentor prison prison"), Document("b", "X", "mentor mentor prison"));
        Assert.Equal("a", (await FoundAsync("mentor OR prison^5")).First());
        Assert.Equal("b", (await FoundAsync("mentor^5 OR prison")).First());
    }

    [Fact]
    public async Task Search_Sorted_ByDateAndTitle()
    {
        var day = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await IndexAsync(
            Document("a", "École", "mentor") with { Date = day.AddDays(2) },
            Document("b", "apple", "mentor mentor") with { Date = day.AddDays(1) },
            Document("c", "Zebra", "mentor") with { Date = day.AddDays(3) });
        Assert.Equal(["c", "a", "b"], await SortedAsync(SearchSort.Date));
        Assert.Equal(["b", "a", "c"], await SortedAsync(SearchSort.Title));

        async Task<IEnumerable<string>> SortedAsync(SearchSort sort)
            => (await Index.SearchAsync(new SearchRequest { Query = "mentor", Sort = sort }, Token)).Hits.Select(hit => hit.ItemId);
    }

    [Fact]
    public async Task Search_EqualItems_ComeByTitleThenPath()
    {
        await IndexAsync(Document("z", "Same", "mentor"), Document("y", "Same", "mentor"), Document("x", "Before", "mentor"));
        Assert.Equal(["x", "y", "z"], await FoundAsync("mentor"));
    }

    [Fact]
    public async Task Search_WordsSideBySide_ComeFirst()
    {
        await IndexAsync(
            Document("apart", "A", "Family is one thing, and what counts as support is very much another one."),
            Document("turned", "B", "Support of one kind or another for the family and nobody else in all the town."),
            Document("together", "C", "Much else stands here, so that the family support is only a small part of it."));
        Assert.Equal("together", (await FoundAsync("family support")).First());
    }

    [Fact]
    public async Task Search_Relaxed_NamesTheWordsThatAHitLacks()
    {
        await IndexAsync(Document("a", "X", "Prison and probation."), Document("b", "X", "Prison, probation and school."));
        var result = await SearchAsync("prison probation school clinics");
        Assert.Equal(["clinics"], result.Hits[0].Missing);
        Assert.Equal(["school", "clinics"], result.Hits[1].Missing);
        Assert.Empty((await SearchAsync("prison")).Hits[0].Missing);
    }

    [Fact]
    public async Task Search_NothingFound_SearchesTheNearSpellingAndSaysSo()
    {
        await IndexAsync(Document("a", "X", "The prevention of violence."));
        var result = await SearchAsync("prevetnion");
        Assert.Equal("prevention", result.SearchedInstead);
        Assert.Equal("a", Assert.Single(result.Hits).ItemId);
        Assert.Contains("<mark>prevention</mark>", result.Hits[0].Sections[0].Snippet, StringComparison.Ordinal);
        // What finds something is searched as it is.
        Assert.Null((await SearchAsync("violence prevetnion")).SearchedInstead);
    }

    [Fact]
    public async Task Search_AWordOfALanguageThatIsNotTheReaders_IsFoundInASecondTry()
    {
        await IndexAsync(Document("a", "X", "Die Behörden arbeiten zusammen.") with { Language = "de" });
        Assert.Equal(["a"], await FoundAsync("Behörde"));
    }

    [Fact]
    public async Task Search_ACompoundsPart_FindsTheCompound_AndTheOtherWayRound()
    {
        await IndexAsync(
            Document("compound", "X", "Die Gefängnisleitung berät.") with { Language = "de" },
            Document("part", "X", "Im Gefängnis hat die Leitung das Wort.") with { Language = "de" });
        var result = await Index.SearchAsync(new SearchRequest { Query = "Gefängnis", Language = "de" }, Token);
        Assert.Equal(["compound", "part"], result.Hits.Select(hit => hit.ItemId).Order(StringComparer.Ordinal));
        Assert.Contains("<mark>Gefängnisleitung</mark>", result.Hits.Single(hit => hit.ItemId == "compound").Sections[0].Snippet, StringComparison.Ordinal);
        Assert.Equal(["compound", "part"], (await Index.SearchAsync(new SearchRequest { Query = "Gefängnisleitung", Language = "de" }, Token)).Hits.Select(hit => hit.ItemId));
    }

    [Fact]
    public async Task Search_APatternForTooManyWords_SaysSo()
    {
        await IndexAsync(Document("a", "X", string.Join(' ', Enumerable.Range(0, 300).Select(i => $"pre{i}"))));
        var note = Assert.Single((await SearchAsync("pre*")).Notes);
        Assert.Contains("pre*", note, StringComparison.Ordinal);
        Assert.Contains("200", note, StringComparison.Ordinal);
        // What stands in two groups is looked up once.
        Assert.Single((await SearchAsync("(pre* OR x) AND (pre* OR y) AND pre*")).Notes);
    }

    [Fact]
    public async Task Like_FindsItemsWithTheSameTellingWords_NotItself()
    {
        await IndexAsync(
            Document("this", "Prison chaplains", "Chaplains in prisons visit families."),
            Document("like", "Visits", "A chaplain visits the prison."),
            Document("other", "Schools", "Teachers in schools teach."));
        Assert.Equal("like", Assert.Single(await Index.LikeAsync("this", 5, Token)).ItemId);
        Assert.Empty(await Index.LikeAsync("never there", 5, Token));
    }

    [Theory]
    [InlineData("radiclisation", "Radicalisation in prison")]
    [InlineData("radiclai", "Radicalisation in prison")]
    [InlineData("prsion radical", "Radicalisation in prison")]
    [InlineData("scools", "Schools")]
    [InlineData("pri rad", "Radicalisation in prison")]
    [InlineData("radicalisation pri", "Radicalisation in prison")]
    [InlineData("radicalisation in pri", "Radicalisation in prison")]
    [InlineData("the radicalisation of a pri", "Radicalisation in prison")]
    [InlineData("rad in", "Radicalisation in prison")]
    [InlineData("radicalisationprison", "Radicalisation in prison")]
    [InlineData("radicalisationpri", "Radicalisation in prison")]
    [InlineData("inprison rad", "Radicalisation in prison")]
    [InlineData("Schools of", "Schools")]
    public async Task Suggest_BeginningsAndSlips_FindTheTitle(string typed, string expected)
    {
        await IndexAsync(Document("a", "Radicalisation in prison", "x"), Document("b", "Schools", "x"));
        Assert.Equal(expected, Assert.Single(await Index.SuggestAsync(typed, 10, Token)).Text);
    }
}
