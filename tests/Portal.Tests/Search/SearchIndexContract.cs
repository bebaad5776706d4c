using Portal.Kernel.Search;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>What is indexed is found, what is removed is not, whatever is asked.</summary>
public abstract class SearchIndexContract(SearchPlace place) : SearchIndexTest(place)
{
    [Fact]
    public async Task Search_AfterIndexing_GivesTheItemAsItIs()
    {
        var document = Document("a", "Share and assess", "Before the first heading.", "Agree who may be told what.") with
        {
            Context = [new SearchContext("Setting up a structure", "/handbooks/setting-up")],
            Facets = [new FacetValue("topic", "cooperation")],
        };
        await IndexAsync(document);
        var hit = Assert.Single((await SearchAsync("told")).Hits);
        Assert.Equal((document.ItemId, document.Type, document.Title, document.Path, document.Language, document.Date), (hit.ItemId, hit.Type, hit.Title, hit.Path, hit.Language, hit.Date));
        Assert.Equal(document.Context, hit.Context);
        Assert.Equal(document.Facets, hit.Facets);
        Assert.Equal(new SectionHit("s1", "Part 1", "Agree who may be <mark>told</mark> what."), Assert.Single(hit.Sections));
    }

    [Fact]
    public async Task Search_AfterRemoval_FindsNothing()
    {
        await IndexAsync(Document("a", "Trust", "mentor"), Document("b", "Other", "mentor"));
        await RemoveAsync("a");
        await RemoveAsync("never there");
        Assert.Equal(["b"], await FoundAsync("mentor"));
        Assert.Empty(await FoundAsync("trust"));
    }

    [Fact]
    public async Task Search_AfterIndexingAgain_FindsOnlyWhatIsThereNow()
    {
        await IndexAsync(Document("a", "Old", "before", "second"));
        await IndexAsync(Document("a", "New", "afterwards"));
        Assert.Empty(await FoundAsync("before"));
        Assert.Empty(await FoundAsync("second"));
        Assert.Equal(["a"], await FoundAsync("afterwards"));
        Assert.Equal(1, (await SearchAsync("new")).Total);
    }

    [Fact]
    public async Task Index_NotCommitted_IsNotFound()
    {
        await using (var session = await Database.WriteAsync(Token))
        {
            await Index.IndexAsync(session, Document("a", "Draft", "draft"), Token);
        }

        Assert.Empty(await FoundAsync("draft"));
    }

    [Fact]
    public async Task Clear_ThenIndexAll_InOneTransaction_ReadersSeeTheOldUntilTheCommit()
    {
        await IndexAsync(Document("a", "One", "mentor"), Document("b", "Two", "mentor"));
        await using (var session = await Database.WriteAsync(Token))
        {
            await Index.ClearAsync(session, Token);
            await Index.IndexAsync(session, Document("c", "Three", "mentor"), Token);
            Assert.Equal(["a", "b"], (await FoundAsync("mentor")).Order(StringComparer.Ordinal));
            await session.CommitAsync(Token);
        }

        Assert.Equal(["c"], await FoundAsync("mentor"));
        Assert.Equal("Three", Assert.Single(await Index.SuggestAsync("thr", 5, Token)).Text);
        Assert.Empty(await Index.SuggestAsync("one", 5, Token));
    }

    [Theory]
    [InlineData("working agencies", "both")]
    [InlineData("\"agencies working\"", "phrase")]
    [InlineData("agency -working", "one")]
    [InlineData("agency NOT working", "one")]
    [InlineData("+police", "police")]
    [InlineData("one OR police", "one police")]
    [InlineData("Café", "accent")]
    [InlineData("cafe", "accent")]
    [InlineData("CAFÉS", "accent")]
    [InlineData("pcve", "compound")]
    [InlineData("P/CVE", "compound")]
    [InlineData("cve", "compound")]
    [InlineData("radicalization", "british")]
    [InlineData("radicalising", "british")]
    [InlineData("behavior", "british")]
    [InlineData("§ 15", "law")]
    [InlineData("§15", "law")]
    [InlineData("клиент", "cyrillic")]
    [InlineData("the of", "stop")]
    public async Task Search_Wordings_FindWhatIsMeant(string query, string expected)
    {
        await IndexAsync(
            Document("both", "X", "The agency was at work, working on agencies."),
            Document("phrase", "X", "Agencies, working together."),
            Document("one", "X", "One agency."),
            Document("police", "X", "Police."),
            Document("accent", "X", "Meet in a café."),
            Document("compound", "X", "Those who do P/CVE."),
            Document("british", "X", "Radicalised behaviour."),
            Document("law", "X", "See § 15 of the act."),
            Document("cyrillic", "X", "Клиент.") with { Language = "bg" },
            Document("stop", "X", "The best of all."));
        var found = (await FoundAsync(query)).ToList();
        Assert.All(expected.Split(' '), id => Assert.Contains(id, found));
        if (query is not ("working agencies" or "the of"))
        {
            Assert.Equal(expected.Split(' ').Length, found.Count);
        }
    }

    [Theory]
    [InlineData("multi-agency")]
    [InlineData("multi agency")]
    [InlineData("multiagency")]
    [InlineData("\"multi-agency working\"")]
    [InlineData("Multi-Agency Work")]
    public async Task Search_Compound_IsFoundHoweverItIsWritten(string query)
    {
        await IndexAsync(Document("a", "X", "On multi-agency working in towns."));
        Assert.Equal(["a"], await FoundAsync(query));
    }

    [Fact]
    public async Task Search_WordsOfTitleAndSection_AreFoundTogether()
    {
        await IndexAsync(
            Document("a", "Exit programmes", "Nothing of it here.", "How funders are reported to.") with { Names = ["EP"] },
            Document("b", "Other", "Funders only."));
        var hit = Assert.Single((await SearchAsync("exit funder")).Hits);
        Assert.Equal("s1", Assert.Single(hit.Sections).Anchor);
        Assert.Equal(["a"], await FoundAsync("ep funders"));
    }

    [Fact]
    public async Task Search_OnlyTheTitleMatches_LandsAtTheItemsTop()
    {
        await IndexAsync(Document("a", "Safeguarding", "A long beginning that says what this is all about, in many words.", "Short.", "Brief."));
        var section = Assert.Single(Assert.Single((await SearchAsync("safeguarding")).Hits).Sections);
        Assert.Null(section.Anchor);
        Assert.Equal("A long beginning that says what this is all about, in many words.", section.Snippet);
    }

    [Fact]
    public async Task Search_ItemWithoutSections_IsFoundByItsTitle()
    {
        await IndexAsync(Document("a", "Disengagement"));
        Assert.Equal("", Assert.Single(Assert.Single((await SearchAsync("disengagement")).Hits).Sections).Snippet);
    }

    [Fact]
    public async Task Search_ManySectionsOfAnItem_AreOneHitWithTheBestThree()
    {
        await IndexAsync(
            Document("a", "X", "mentor among many other words that dilute it quite a lot", "mentor mentor", "none", "a mentor", "mentor and more words"),
            Document("b", "Y", "mentor"));
        var result = await SearchAsync("mentor");
        Assert.Equal(2, result.Total);
        Assert.Equal(["s1", "s3", "s4"], result.Hits.Single(hit => hit.ItemId == "a").Sections.Select(section => section.Anchor));
    }

    [Fact]
    public async Task Search_TitleBeatsHeadingBeatsText()
    {
        await IndexAsync(
            Document("text", "X", "Of trust and other things that matter."),
            Document("heading", "X") with { Sections = [new SearchSection("s", "Trust", "Of other things that matter here.")] },
            Document("title", "Trust", "Of other things that matter here."));
        Assert.Equal(["title", "heading", "text"], await FoundAsync("trust"));
    }

    [Fact]
    public async Task Search_Pages_CoverEverythingOnce()
    {
        await IndexAsync(Enumerable.Range(0, 25).Select(i => Document($"d{i}", "Same", "mentor")));
        var pages = new List<string>();
        for (var page = 1; page <= 4; page++)
        {
            var result = await Index.SearchAsync(new SearchRequest { Query = "mentor", Page = page, Size = 10 }, Token);
            Assert.Equal(25, result.Total);
            pages.AddRange(result.Hits.Select(hit => hit.ItemId));
        }

        Assert.Equal(25, pages.Distinct().Count());
        Assert.Empty((await Index.SearchAsync(new SearchRequest { Query = "mentor", Page = int.MaxValue, Size = int.MaxValue }, Token)).Hits);
        Assert.NotEmpty((await Index.SearchAsync(new SearchRequest { Query = "mentor", Page = -1, Size = 0 }, Token)).Hits);
    }

    [Fact]
    public async Task Search_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Index.SearchAsync(new SearchRequest { Query = "x" }, cancelled.Token));
    }
}
