using System.Diagnostics;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Queries;
using Xunit;

namespace Portal.Tests.Search.Queries;

/// <summary>Whatever is typed is a query, soon, and loses no word.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Words = ["prison", "Mentor", "Straße", "дом", "réinsertion", "P/CVE", "multi-agency"];

    private static readonly string[] Pieces =
    [
        .. Words, "the", "OR", "AND", "NOT", " OR ", " AND ", " NOT ", "&&", "||", "|", "!", "+", "-", "--", "\"", "“", "”", "'", "’", "(", ")", " (", ") ", "((", "))", "*", "**", "?", "~", "~2", "~0.5", "^", "^2",
        "^2.5", ":", "title:", "heading:", "text:", "country:", "country:be", "year:", "year:[2016 TO 2020]", "year:{", "[", "]", "{", "}", " TO ", "2016", ">=", "<", "\\", "\\\"", "\\(", "/", "&", ",", ".", ";", " ",
        "  ", "\t", "\n", "\0", "\uD800", "\uDC00", "😀", "\u202E", "\u00AD", "\u200D", "e\u0301", "§", "%", "_", "$", "#", "日本", "1.5", "x",
    ];

    private static readonly QueryContext Context = new()
    {
        Synonyms = new Synonyms([["prison", "jail"], ["MAW", "multi-agency working", "\""], ["CSO", "NGO"]]),
        Facets = new FacetNames([new FacetName("country", "Country", [new FacetLabel("be", "Belgium")])]),
    };

    [Fact]
    public void Parse_RandomText_NeverThrowsAndLosesNoWord()
    {
        var random = new Random(20_261_122);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(random.GetItems(Pieces, random.Next(1, 24)));
            var query = QueryParser.Parse(text, Context);
            var terms = query.Clauses.SelectMany(clause => All(clause.Node)).ToList();
            Assert.All(terms, term => Assert.Equal(term.Text, text.Substring(term.Start, term.Text.Length)));
            Assert.All(terms, term => Assert.True(term.Kind == TermKind.Words ? term.Ways.Count > 0 : term.Pattern.Length > 0 && !term.Pattern.StartsWith('*')));
            if (query.Notes.Any(note => note.StartsWith("Only the first", StringComparison.Ordinal)))
            {
                continue;
            }

            var searched = terms.SelectMany(term => Plain(term.Text)).ToHashSet(StringComparer.Ordinal);
            if (Plain(text).FirstOrDefault(word => !searched.Contains(word) && Array.Exists(Words, known => word.Contains(Folding.Fold(known), StringComparison.Ordinal))) is { } lost)
            {
                Assert.Fail($"'{lost}' of '{text}'");
            }
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("()")]
    [InlineData("(a")]
    [InlineData("\"")]
    [InlineData("\"a~")]
    [InlineData("\"a\"~9^9 ")]
    [InlineData("a~")]
    [InlineData("*")]
    [InlineData("a*")]
    [InlineData("a* ")]
    [InlineData("title:")]
    [InlineData("country:x ")]
    [InlineData("country:x")]
    [InlineData("year:[")]
    [InlineData("NOT ")]
    [InlineData("a OR ")]
    [InlineData("OR AND ")]
    [InlineData("-(")]
    [InlineData("\\")]
    [InlineData("a-")]
    [InlineData("^")]
    [InlineData("prison ")]
    public void Parse_ThousandCharactersOfAnything_TakesNoTime(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (QueryParser.MaxLength / piece.Length) + 1));
        var least = double.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var started = Stopwatch.GetTimestamp();
            QueryParser.Parse(text, Context);
            least = Math.Min(least, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        // A millisecond or two; more on a machine that runs all tests at once. What grows with the square of the text takes hundreds.
        Assert.True(least < 10, $"It took {least} ms.");
    }

    /// <summary>All terms, those of what is excluded too.</summary>
    private static IEnumerable<QueryTerm> All(QueryNode node)
        => node is Group group ? group.Clauses.SelectMany(clause => All(clause.Node)) : node is AnyOf any ? any.Nodes.SelectMany(All) : node.Terms;

    private static IEnumerable<string> Plain(string text) => TextAnalyzer.Default.Analyze(text).Where(token => token.Parts == 1).Select(token => token.Word.Folded);
}
