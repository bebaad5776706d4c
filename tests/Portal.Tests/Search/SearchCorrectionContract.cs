using Portal.Kernel.Search;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>What is searched in place of words that are nowhere: near spellings, words taken apart, other languages.</summary>
public abstract class SearchCorrectionContract(SearchPlace place) : SearchIndexTest(place)
{
    [Theory]
    [InlineData("radicalisatoin", "radicalisation")]
    [InlineData("Prevetnion of radicalistion", "prevention of radicalisation")]
    [InlineData("\"prevention of radicalisaton\"", "\"prevention of radicalisation\"")]
    [InlineData("mulit-agency", "multi-agency")]
    [InlineData("prevention radicalisatoin", "prevention radicalisation")]
    public async Task Search_Misspelt_SuggestsTheNearWord(string query, string expected)
    {
        await IndexAsync(Document("a", "X", "The prevention of radicalisation by multi-agency work."), Document("b", "X", "Radical."));
        Assert.Equal(expected, (await SearchAsync(query)).DidYouMean);
    }

    [Theory]
    [InlineData("zzzzzzzz")]
    [InlineData("prevention")]
    [InlineData("prevent radical")]
    [InlineData("abc")]
    public async Task Search_KnownOrHopeless_SuggestsNothing(string query)
    {
        await IndexAsync(Document("a", "X", "The prevention of radicalisation."), Document("b", "X", "Radical, abd."));
        Assert.Null((await SearchAsync(query)).DidYouMean);
    }

    [Theory]
    [InlineData("Dutch-speaking", "Dutch speaking")]
    [InlineData("+Dutch‑speaking -prison", "+Dutch speaking -prison")]
    public async Task Search_AHyphenatedWordThatIsNowhere_IsSearchedByItsParts(string query, string expected)
    {
        await IndexAsync(Document("a", "X", "Those who are speaking with the Dutch."), Document("b", "X", "Multi-agency work."));
        var result = await SearchAsync(query);
        Assert.Equal(["a"], result.Hits.Select(hit => hit.ItemId));
        Assert.Equal(expected, result.SearchedInstead);
        // What is written so is found so.
        Assert.Null((await SearchAsync("multi-agency")).SearchedInstead);
    }

    [Fact]
    public async Task Search_HyphenatedWordThatIsNowhereBesideAnother_IsOfferedTakenApart()
    {
        await IndexAsync(Document("a", "X", "Speaking with the Dutch."), Document("b", "X", "Mentors."));
        var result = await SearchAsync("Dutch-speaking mentors");
        Assert.Equal(["b"], result.Hits.Select(hit => hit.ItemId));
        Assert.Equal("Dutch speaking mentors", result.DidYouMean);
    }

    [Theory]
    [InlineData("casemanagement", "case management")]
    [InlineData("casemanagement in prison", "case management in prison")]
    [InlineData("casemanagemnt", null)]
    // Both are words, and nowhere side by side.
    [InlineData("prisoncase", null)]
    public async Task Search_TwoWordsWrittenAsOne_AreSearchedApart(string query, string? expected)
    {
        await IndexAsync(Document("a", "X", "The management of a prison."), Document("b", "X", "Case management in a prison."), Document("c", "X", "A case."));
        var result = await SearchAsync(query);
        Assert.Equal(expected, result.DidYouMean);
        Assert.Equal(expected is not null, result.Hits.Any(hit => hit.ItemId == "b"));
    }

    [Theory]
    [InlineData("recidivsm zzzzzz", "recidivism zzzzzz")]
    [InlineData("zzzzzz prisn xqxqxq", "zzzzzz prison xqxqxq")]
    public async Task Search_MisspeltBesideTheUnknown_IsCorrectedAllTheSame(string query, string expected)
    {
        await IndexAsync(Document("a", "X", "Recidivism after prison."));
        Assert.Equal(expected, (await SearchAsync(query)).DidYouMean);
    }

    [Theory]
    [InlineData("can’t share information", "share information")]
    [InlineData("don't share information", "share information")]
    [InlineData("prison vs police", "prison police")]
    public async Task Search_Contractions_CountAsLittleAsOtherSmallWords(string query, string same)
    {
        await IndexAsync(Document("a", "X", "We want to share information."), Document("b", "X", "Prison and police."));
        var result = await SearchAsync(query);
        Assert.Null(result.DidYouMean);
        Assert.All(result.Hits, hit => Assert.Empty(hit.Missing));
        Assert.Equal(await FoundAsync(same), result.Hits.Select(hit => hit.ItemId));
    }

    // What is 'can' in Spanish, 'Canada', is no 'can' in an English text.
    [Fact]
    public async Task Search_NothingInEnglish_IsSearchedInOtherLanguages_AmongTheirTextsOnly_AndSaysSo()
    {
        await IndexAsync(
            Document("english", "X", "We can do it; the paroles are written."),
            Document("german", "X", "Die Parole des Tages.") with { Language = "de" },
            Document("spanish", "X", "Los canes.") with { Language = "es" });
        Assert.Empty(await FoundAsync("parolierens"));
        var result = await SearchAsync("parolen");
        Assert.Equal(["german"], result.Hits.Select(hit => hit.ItemId));
        Assert.Contains("in other languages", Assert.Single(result.Notes), StringComparison.Ordinal);
        // Filters that leave nothing of it leave nothing to say of it either.
        var filtered = await Index.SearchAsync(new SearchRequest { Query = "parolen", Filters = [new FacetValue("language", "es")] }, Token);
        Assert.DoesNotContain(filtered.Notes, note => note.Contains("in other languages", StringComparison.Ordinal));
        Assert.Equal([], (await SearchAsync("Canada")).Hits.Where(hit => hit.Language == "en").Select(hit => hit.ItemId));
    }

    [Fact]
    public async Task Search_WhereAllIsEnglish_TakesWordsInNoOtherLanguage()
    {
        await IndexAsync(Document("a", "X", "We can post it."));
        Assert.Empty(await FoundAsync("Canada"));
        Assert.Empty(await FoundAsync("poster"));
    }

    [Fact]
    public async Task Search_AWordThatSwallowedAnother_FindsItWithoutToo()
    {
        await IndexAsync(Document("a", "X", "Un accompagnement social.") with { Language = "fr" }, Document("b", "X", "L’accompagnement de la famille.") with { Language = "fr" });
        foreach (var query in new[] { "l'accompagnement", "d’accompagnement", "accompagnements" })
        {
            Assert.Equal(["a", "b"], (await Index.SearchAsync(new SearchRequest { Query = query, Language = "fr" }, Token)).Hits.Select(hit => hit.ItemId).Order());
        }

        Assert.Equal(["b"], (await Index.SearchAsync(new SearchRequest { Query = "\"l'accompagnement de la famille\"", Language = "fr" }, Token)).Hits.Select(hit => hit.ItemId));
    }

    [Fact]
    public async Task Search_ALetterBehindAHyphen_IsAName()
    {
        await IndexAsync(Document("type", "X", "A type of work, of one type or another type."), Document("d", "Type D", "What it is."));
        Assert.Equal("d", (await FoundAsync("type-d")).First());
    }
}
