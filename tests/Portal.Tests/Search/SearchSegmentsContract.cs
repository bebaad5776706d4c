using Portal.Kernel.Search;
using Portal.Kernel.Search.Index;
using Portal.Kernel.Search.Index.Merging;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>However the index came about (many small changes, merges, other processes, work that was given up), it answers as if it had been made at once.</summary>
public abstract class SearchSegmentsContract(SearchPlace place) : SearchIndexTest(place)
{
    private static readonly string[] Words = ["mentor", "prison", "school", "police", "family", "trust", "risk", "plan", "visit", "garden"];
    private static readonly string[] Queries =
    [
        "mentor", "mentor prison", "prison -school", "mentor OR trust", "\"risk plan\"", "\"plan risk\"~4", "gard*", "polise~", "title:visit", "school prison mentor police family trust", "heading:plan OR risk^3", "(mentor OR trust) family",
    ];

    /// <summary>Flushes, merges and forgets as often as it can.</summary>
    private static readonly SearchOptions Small = new() { FlushSections = 7, MergeFactor = 3, MergeAtCommit = 40, CacheBytes = 2000 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Search_AfterManyChanges_AnswersAsAnIndexMadeAtOnce(int seed)
    {
        var random = new Random(seed);
        var index = new SearchIndex(Database, Small);
        var merger = new SearchMerger(Database, Small);
        var documents = new Dictionary<string, SearchDocument>(StringComparer.Ordinal);
        for (var change = 0; change < 120; change++)
        {
            await ChangeAsync(index, documents, random);
            await index.SearchAsync(new SearchRequest { Query = Words[random.Next(Words.Length)] }, Token);
            if (change % 10 == 0)
            {
                await merger.MergeAsync(Token);
            }
        }

        var answers = await AnswersAsync(index);
        Assert.Equal(answers, await AnswersAsync(new SearchIndex(Database, new SearchOptions())));
        await using (var session = await Database.WriteAsync(Token))
        {
            await Index.ClearAsync(session, Token);
            foreach (var document in documents.Values.OrderBy(_ => random.Next()))
            {
                await Index.IndexAsync(session, document, Token);
            }

            await session.CommitAsync(Token);
        }

        Assert.Equal(await AnswersAsync(Index), answers);
    }

    // Lists of such lengths are leapt through: sections that lie far apart have to be found as surely as neighbours.
    [Fact]
    public async Task Search_PhrasesInThousandsOfSections_FindsThoseAndNoOthers()
    {
        var random = new Random(4);
        var texts = Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, 50).Select(_ => string.Join(' ', Enumerable.Range(0, 6).Select(_ => Word(random)))).ToArray()).ToList();
        await IndexAsync(texts.Select((sections, i) => Document($"d{i:00}", "Untitled", sections)));
        foreach (var phrase in new[] { "mentor prison", "prison mentor", "mentor mentor garden", "garden mentor", "garden trust", "trust prison mentor garden" })
        {
            var expected = texts.Select((sections, i) => (Id: $"d{i:00}", Has: sections.Any(section => $" {section} ".Contains($" {phrase} ", StringComparison.Ordinal)))).Where(text => text.Has).Select(text => text.Id);
            var found = await Index.SearchAsync(new SearchRequest { Query = $"\"{phrase}\"", Size = 100 }, Token);
            Assert.Equal(expected, found.Hits.Select(hit => hit.ItemId).Order(StringComparer.Ordinal));
        }

        static string Word(Random random) => random.Next(200) switch { 0 => "garden", 1 => "trust", < 80 => "mentor", < 120 => "prison", _ => "school" };
    }

    [Fact]
    public async Task Search_AfterWorkThatWasGivenUp_KnowsNothingOfIt()
    {
        var index = new SearchIndex(Database, new SearchOptions { FlushSections = 1 });
        await index.SearchAsync(new SearchRequest { Query = "mentor" }, Token);
        await IndexAsync(Document("a", "A", "mentor"));
        await using (var session = await Database.WriteAsync(Token))
        {
            await index.IndexAsync(session, Document("b", "B", "mentor prison"), Token);
            await index.IndexAsync(session, Document("c", "C", "mentor prison"), Token);
            await index.RemoveAsync(session, "a", Token);
            Assert.Equal("a", Assert.Single((await index.SearchAsync(new SearchRequest { Query = "mentor" }, Token)).Hits).ItemId);
        }

        // The ids that were given out go to others now.
        await IndexAsync(Document("d", "D", "mentor school"));
        Assert.Equal(["a", "d"], (await index.SearchAsync(new SearchRequest { Query = "mentor" }, Token)).Hits.Select(hit => hit.ItemId));
        Assert.Equal(["d"], (await index.SearchAsync(new SearchRequest { Query = "school" }, Token)).Hits.Select(hit => hit.ItemId));
        Assert.Empty((await index.SearchAsync(new SearchRequest { Query = "title:B OR title:C" }, Token)).Hits);
    }

    [Fact]
    public async Task Search_InAnotherProcess_SeesEveryChange()
    {
        var other = new SearchIndex(Database, Small);
        for (var round = 0; round < 12; round++)
        {
            await IndexAsync(Document("a", "A", $"mentor round{round}"), Document($"b{round}", "B", "mentor"));
            var result = await other.SearchAsync(new SearchRequest { Query = $"round{round}" }, Token);
            Assert.Equal("a", Assert.Single(result.Hits).ItemId);
            Assert.Equal(round + 2, (await other.SearchAsync(new SearchRequest { Query = "mentor" }, Token)).Total);
        }
    }

    [Fact]
    public async Task Search_WhileOthersPublishAndMerge_SeesWholeChangesOnly()
    {
        await IndexAsync(Document("a", "A", "mentor zero"), Document("b", "B", "mentor zero"));
        using var done = new CancellationTokenSource();
        var merger = new SearchMerger(Database, Small);
        var reader = new SearchIndex(Database, Small);
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                Assert.Equal(2, (await reader.SearchAsync(new SearchRequest { Query = "mentor" }, Token)).Total);
                Assert.Contains((await reader.SearchAsync(new SearchRequest { Query = "zero" }, Token)).Total, new[] { 0, 2 });
                Assert.Equal(2, (await reader.SuggestAsync("a", 5, Token)).Count + (await reader.SuggestAsync("b", 5, Token)).Count);
            }
        }, Token)).ToList();
        for (var round = 0; round < 30; round++)
        {
            var word = round % 2 == 0 ? "one" : "zero";
            await IndexAsync(Document("a", "A", $"mentor {word}"), Document("b", "B", $"mentor {word}"));
            await merger.MergeAsync(Token);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Merges_LeaveFewSegmentsAndNothingDead()
    {
        var index = new SearchIndex(Database, Small with { MergeAtCommit = 0 });
        for (var i = 0; i < 60; i++)
        {
            await using var session = await Database.WriteAsync(Token);
            await index.IndexAsync(session, Document($"d{i % 30}", $"Title {i}", "mentor", "prison"), Token);
            await session.CommitAsync(Token);
        }

        var merger = new SearchMerger(Database, Small);
        while (await merger.MergeAsync(Token))
        {
        }

        await using var reading = await Database.ReadAsync(Token);
        Assert.InRange(await reading.FirstOrDefaultAsync<long>("select count(*) from search_segment", null, Token), 1, 8);
        Assert.Equal(0, await reading.FirstOrDefaultAsync<long>("select count(*) from search_block where segment not in (select id from search_segment)", null, Token));
        Assert.InRange(await reading.FirstOrDefaultAsync<long>("select count(*) from search_dead", null, Token), 0, 10);
        Assert.Equal(30, (await index.SearchAsync(new SearchRequest { Query = "mentor" }, Token)).Total);
    }

    [Fact]
    public async Task Merge_BrokenOff_IsSweptAway()
    {
        await IndexAsync(Document("a", "A", "mentor"));
        await using (var session = await Database.WriteAsync(Token))
        {
            await session.ExecuteAsync("insert into search_block (segment, kind, number, data) values (99, 0, 0, @data)", new { data = new byte[] { 1 } }, Token);
            await session.CommitAsync(Token);
        }

        await new SearchMerger(Database, Small).CleanAsync(Token);
        await using var reading = await Database.ReadAsync(Token);
        Assert.Equal(0, await reading.FirstOrDefaultAsync<long>("select count(*) from search_block where segment = 99", null, Token));
        Assert.Equal(["a"], await FoundAsync("mentor"));
    }

    /// <summary>Changes a few items at random, and now and then gives up what it did.</summary>
    private async Task ChangeAsync(SearchIndex index, Dictionary<string, SearchDocument> documents, Random random)
    {
        await using var session = await Database.WriteAsync(Token);
        var changed = new Dictionary<string, SearchDocument?>(StringComparer.Ordinal);
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var id = $"item-{random.Next(40)}";
            changed[id] = random.Next(4) == 0 ? null : Generated(id, random);
            await (changed[id] is { } document ? index.IndexAsync(session, document, Token) : index.RemoveAsync(session, id, Token));
        }

        if (random.Next(8) == 0)
        {
            return;
        }

        await session.CommitAsync(Token);
        foreach (var (id, document) in changed)
        {
            _ = document is null ? documents.Remove(id) : (documents[id] = document) is not null;
        }
    }

    private static SearchDocument Generated(string id, Random random) => new()
    {
        ItemId = id,
        Type = random.Next(2) == 0 ? "Practice" : "Handbook",
        Title = Text(random, 1, 3),
        Path = "/x/" + id,
        Language = "en",
        Date = DateTimeOffset.UnixEpoch.AddDays(random.Next(2000)),
        Facets = [new FacetValue("topic", $"t{random.Next(4)}")],
        Names = random.Next(3) == 0 ? [Text(random, 1, 2)] : [],
        Sections = [.. Enumerable.Range(0, random.Next(1, 4)).Select(place => new SearchSection($"s{place}", random.Next(2) == 0 ? Text(random, 1, 3) : null, Text(random, 1, 40)))],
    };

    private static string Text(Random random, int least, int most) => string.Join(' ', random.GetItems(Words, random.Next(least, most + 1)));

    private static async Task<IReadOnlyList<string>> AnswersAsync(ISearchIndex index)
    {
        var answers = new List<string>();
        foreach (var query in Queries)
        {
            foreach (var sort in Enum.GetValues<SearchSort>())
            {
                var result = await index.SearchAsync(new SearchRequest { Query = query, Facets = ["topic", "type"], Sort = sort, Size = 100 }, Token);
                answers.Add($"{query} {sort}: {result.Total} {result.Relaxed} {result.DidYouMean} {string.Join(' ', result.Facets.SelectMany(facet => facet.Values))}");
                answers.AddRange(result.Hits.Select(hit => $"{hit.ItemId} {hit.Score:R} {string.Join('|', hit.Sections)} {string.Join(',', hit.Missing)}"));
            }

            answers.AddRange((await index.SuggestAsync(query, 10, Token)).Select(suggestion => suggestion.ToString()));
        }

        answers.AddRange((await index.LikeAsync("item-1", 10, Token)).Select(hit => hit.ItemId));
        return answers;
    }
}
