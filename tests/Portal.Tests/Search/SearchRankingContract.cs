using Portal.Kernel.Search;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>The ranking, held against the formula worked out by hand over a generated collection: BM25F, k1 1.2, fields weighted 4, 3 and 1.</summary>
public abstract class SearchRankingContract(SearchPlace place) : SearchIndexTest(place)
{
    private static readonly string[] Words = ["mentor", "prison", "school", "police", "trust", "risk", "plan", "visit"];

    [Theory]
    [InlineData("mentor", 11)]
    [InlineData("mentor OR prison", 12)]
    [InlineData("mentor OR prison OR risk", 13)]
    [InlineData("plan -visit", 14)]
    [InlineData("+plan -visit", 15)]
    public async Task Search_Scores_AreTheFormulas(string query, int seed)
    {
        var random = new Random(seed);
        var documents = Enumerable.Range(0, 80).Select(i => Generated($"item-{i:00}", random)).ToList();
        await IndexAsync(documents);
        await RemoveAsync("item-03");
        documents.RemoveAt(3);

        var result = await Index.SearchAsync(new SearchRequest { Query = query, Size = 100 }, Token);

        var expected = Naive(documents, query).OrderByDescending(item => item.Score).ThenBy(item => item.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(expected.Count, result.Total);
        Assert.Equal(expected.Select(item => item.Id).Order(StringComparer.Ordinal), result.Hits.Select(hit => hit.ItemId).Order(StringComparer.Ordinal));
        Assert.All(result.Hits.Zip(expected), pair => Assert.Equal(pair.Second.Score, pair.First.Score, 0.001));
    }

    private static IEnumerable<(string Id, double Score)> Naive(List<SearchDocument> documents, string query)
    {
        var sections = documents.SelectMany(document => document.Sections.Select(section => new Section(document.ItemId, Split(document.Title), Split(section.Heading), Split(section.Text)))).ToList();
        var words = query.Split(' ').Where(word => word != "OR").ToList();
        var wanted = words.Where(word => word[0] != '-').Select(word => word.TrimStart('+')).ToList();
        var excluded = words.Where(word => word[0] == '-').Select(word => word[1..]).ToList();
        var (title, heading, body) = (Average(sections, section => section.Title), Average(sections, section => section.Heading), Average(sections, section => section.Body));
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var section in sections.Where(section => !excluded.Exists(section.Has) && wanted.Exists(section.Has)))
        {
            var score = 0.0;
            foreach (var word in wanted.Where(section.Has))
            {
                var found = sections.Count(other => other.Has(word));
                var weight = Weight(section.Title, word, 4, 0.4, title) + Weight(section.Heading, word, 3, 0.4, heading) + Weight(section.Body, word, 1, 0.75, body);
                score += Math.Log(1 + ((sections.Count - found + 0.5) / (found + 0.5))) * 2.2 * weight / (1.2 + weight);
            }

            scores[section.Item] = Math.Max(score, scores.GetValueOrDefault(section.Item));
        }

        return scores.Select(score => (score.Key, score.Value));
    }

    private static double Weight(string[] field, string word, double weight, double b, double average)
        => weight * field.Count(one => one == word) / (1 - b + (b * field.Length / average));

    private static double Average(List<Section> sections, Func<Section, string[]> field) => sections.Select(field).Where(words => words.Length > 0).Average(words => words.Length);

    // No longer than fifteen words: beyond that the index rounds lengths.
    private static SearchDocument Generated(string id, Random random) => Document(id, Text(random, 2)) with
    {
        Sections = [.. Enumerable.Range(0, random.Next(1, 4)).Select(place => new SearchSection($"s{place}", random.Next(2) == 0 ? Text(random, 2) : null, Text(random, 15)))],
    };

    private static string Text(Random random, int most) => string.Join(' ', random.GetItems(Words, random.Next(1, most + 1)));

    private static string[] Split(string? text) => text?.Split(' ') ?? [];

    private sealed record Section(string Item, string[] Title, string[] Heading, string[] Body)
    {
        public bool Has(string word) => Title.Contains(word) || Heading.Contains(word) || Body.Contains(word);
    }
}
