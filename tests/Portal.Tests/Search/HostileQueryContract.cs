using Portal.Kernel.Search;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>Whatever a person or a machine types, a result comes back.</summary>
public abstract class HostileQueryContract(SearchPlace place) : SearchIndexTest(place)
{
    private static readonly string[] Pieces =
    [
        "prison", "Work", "multi-agency", "the", "\"", "“", "'", "’", "(", ")", "*", ":", "^", "~", "+", "-", "!", "|", "||", "&&", "AND", "OR", "NOT", "NEAR", "NEAR(", " ", "\t", "\n", "\0",
        "\uD800", "\uDC00", "😀", "שלום", "\u202E", "é", "e\u0301", "ß", "§", "%", "_", "\\", ";", "--", "/*", "<script>", "title:", "{", "}", "[", "]", ",", "¶", "1", "2.5", "\u00AD", "\u200D", "日本",
    ];

    public static TheoryData<string> Hostile =>
    [
        "\"", "\"\"\"", "*", "a*", "*a", ":", "a:b", "a:", "(", ")))(((", "NEAR", "NEAR(a b, 3)", "a NEAR b", "\0", "a\0b", "😀", "👩‍👩‍👧", "שלום עולם", "\u202Eabc", "\uD800", "a\uDC00b", "^a", "a^2", "{a b}", "-a", "--a",
        "+", "-", "- -", "OR OR OR", "NOT", "a NOT", "' OR 1=1 --", "<script>alert(1)</script>", "title : prison", "%", "_", "\\", "¶", "a ¶ b", "rowid", "search_text", "\uFFFF", "\uFEFF",
        new string('a', 10_000), string.Join(' ', Enumerable.Repeat("prison", 3000)), new string('"', 10_000), new string('(', 10_000), string.Concat(Enumerable.Repeat("-", 10_000)),
        string.Join('-', Enumerable.Repeat("a", 5000)), string.Join(" OR ", Enumerable.Repeat("work", 2000)),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Search_HostileText_GivesAResult(string query)
    {
        await IndexAsync(Document("a", "Prison work", "Prison work, multi-agency and the rest."));
        Assert.NotNull(await SearchAsync(query));
        Assert.NotNull(await Index.SuggestAsync(query, 10, Token));
    }

    [Fact]
    public async Task Search_RandomText_GivesAResult()
    {
        await IndexAsync(Document("a", "Prison work", "Prison work, multi-agency <b>and</b> the rest."), Document("b", "שלום", "é ß 日本 § 1"));
        var random = new Random(20_261_121);
        for (var i = 0; i < 10_000; i++)
        {
            var query = string.Concat(random.GetItems(Pieces, random.Next(1, 14)));
            try
            {
                var result = await Index.SearchAsync(new SearchRequest { Query = query, Facets = ["type"], Synonyms = Glossary }, Token);
                Assert.Equal(result.Total, result.Facets.Sum(facet => facet.Values.Sum(value => value.Count)));
                await Index.SuggestAsync(query, 5, Token);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Assert.Fail($"'{query}': {e}");
            }
        }
    }

    private static readonly Synonyms Glossary = new([["prison", "jail", "\"", ""], ["work", "the", "multi-agency work"], []]);
}
