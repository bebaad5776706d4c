using Portal.Kernel.Search;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>Filters and counts, held against a count by hand over a generated collection.</summary>
public abstract class SearchFacetContract(SearchPlace place) : SearchIndexTest(place)
{
    private static readonly string[] Words = ["mentor", "prison", "school", "police", "family"];
    private static readonly string[] Facets = ["topic", "sector", "type", "language"];

    [Theory]
    [InlineData("mentor", "")]
    [InlineData("mentor", "topic=t1")]
    [InlineData("mentor", "topic=t1 topic=t2")]
    [InlineData("mentor prison", "topic=t1 sector=s0")]
    [InlineData("mentor -school", "topic=t1 sector=s0 sector=s1 type=Practice")]
    [InlineData("police OR family", "language=en topic=t3")]
    [InlineData("mentor", "topic=unknown")]
    [InlineData("", "topic=t1")]
    [InlineData("\"", "topic=t1 sector=s0")]
    [InlineData("mentor", "nothing=unknown")]
    [InlineData("mentor", "topic=t1 nothing=unknown")]
    public async Task Search_FiltersAndFacets_AreAsCountedByHand(string query, string filters)
    {
        var documents = Generate(400, seed: 5);
        await IndexAsync(documents);
        await RemoveAsync(documents[7].ItemId);
        documents.RemoveAt(7);
        var chosen = Filters(filters);
        var result = await Index.SearchAsync(new SearchRequest { Query = query, Filters = chosen, Facets = Facets, Size = 100 }, Token);

        var matching = documents.Where(document => document.Sections.Any(section => Matches(query, section.Text))).ToList();
        Assert.Equal(matching.Count(document => Passes(document, chosen)), result.Total);
        Assert.All(result.Hits, hit => Assert.True(Passes(documents.Single(document => document.ItemId == hit.ItemId), chosen)));
        Assert.Equal(Facets, result.Facets.Select(facet => facet.Facet));
        foreach (var facet in result.Facets)
        {
            var others = chosen.Where(filter => filter.Facet != facet.Facet).ToList();
            var expected = matching.Where(document => Passes(document, others))
                .SelectMany(ValuesOf).Where(value => value.Facet == facet.Facet)
                .Concat(chosen.Where(filter => filter.Facet == facet.Facet).Select(filter => filter with { Facet = "chosen" }))
                .GroupBy(value => value.Value)
                .Select(group => new FacetValueCount(group.Key, group.Count(value => value.Facet != "chosen")))
                .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal);
            Assert.Equal(expected, facet.Values);
        }
    }

    [Fact]
    public async Task Search_AfterEachChange_CountsWhatIsThereNow()
    {
        var random = new Random(11);
        var documents = Generate(40, seed: 3);
        await IndexAsync(documents);
        for (var change = 0; change < 30; change++)
        {
            var at = random.Next(documents.Count);
            documents[at] = documents[at] with { Facets = [new FacetValue("topic", $"n{random.Next(4)}")] };
            await IndexAsync(documents[at]);
            var result = await Index.SearchAsync(new SearchRequest { Query = string.Join(" OR ", Words), Facets = ["topic"] }, Token);
            var expected = documents.SelectMany(ValuesOf).Where(value => value.Facet == "topic").CountBy(value => value.Value)
                .OrderBy(value => value.Key, StringComparer.Ordinal);
            Assert.Equal(expected, result.Facets[0].Values.Select(value => KeyValuePair.Create(value.Value, value.Count)).OrderBy(value => value.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Search_WhileEverythingIsIndexedAgainAndAgain_IsAlwaysWhole()
    {
        var documents = Generate(60, seed: 9);
        await IndexAsync(documents);
        var expected = (await SearchAsync("mentor")).Total;
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var result = await Index.SearchAsync(new SearchRequest { Query = "mentor", Facets = ["type"] }, Token);
                Assert.Equal(expected, result.Total);
                Assert.Equal(expected, result.Facets[0].Values.Sum(value => value.Count));
            }
        }, Token)).ToList();
        for (var round = 0; round < 8; round++)
        {
            await using var session = await Database.WriteAsync(Token);
            await Index.ClearAsync(session, Token);
            foreach (var document in documents)
            {
                await Index.IndexAsync(session, document, Token);
            }

            await session.CommitAsync(Token);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    private static List<SearchDocument> Generate(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => new SearchDocument
        {
            ItemId = $"item-{i}",
            Type = random.Next(3) == 0 ? "Practice" : "HandbookChapter",
            Title = $"Title {i}",
            Path = $"/x/{i}",
            Language = random.Next(4) == 0 ? "de" : "en",
            Date = DateTimeOffset.UnixEpoch,
            Facets = [new FacetValue("topic", $"t{random.Next(5)}"), new FacetValue("topic", $"t{random.Next(5)}"), new FacetValue("sector", $"s{random.Next(3)}")],
            Sections = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(s => new SearchSection($"s{s}", null, string.Join(' ', random.GetItems(Words, 1 + random.Next(2)))))],
        })];
    }

    private static bool Matches(string query, string text)
    {
        bool Has(string word) => text.Split(' ').Contains(word);
        var words = query.Split(' ').Where(word => word.Any(char.IsLetter)).ToList();
        return words.Contains("OR")
            ? words.Any(Has)
            : words.All(word => word[0] == '-' ? !Has(word[1..]) : Has(word));
    }

    private static IEnumerable<FacetValue> ValuesOf(SearchDocument document)
        => document.Facets.Append(new FacetValue("type", document.Type)).Append(new FacetValue("language", document.Language)).Distinct();

    private static bool Passes(SearchDocument document, IReadOnlyList<FacetValue> filters)
        => filters.GroupBy(filter => filter.Facet).All(group => group.Any(filter => ValuesOf(document).Contains(filter)));

    [Fact]
    public async Task Search_FiltersWithoutWords_GiveItemsByTitle()
    {
        await IndexAsync(Document("b", "Berries", "x"), Document("c", "cherries", "x"), Document("a", "Apples", "x"));

        var result = await Index.SearchAsync(new SearchRequest { Query = "", Filters = [new FacetValue("type", "HandbookChapter")] }, Token);

        Assert.Equal(["Apples", "Berries", "cherries"], result.Hits.Select(hit => hit.Title));
        Assert.Null(result.DidYouMean);
    }

    private static List<FacetValue> Filters(string text)
        => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => new FacetValue(pair.Split('=')[0], pair.Split('=')[1]))];
}
