using System.Text;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Analysis;

namespace Portal.Sqlite.Search;

/// <summary>Text as the full-text tables hold it: terms parted by spaces.</summary>
internal sealed class IndexedText(string language)
{
    /// <summary>A token that no query has: phrases do not run across it.</summary>
    private const char Boundary = '¶';

    private readonly TextAnalyzer _analyzer = TextAnalyzer.For(language);

    /// <summary>The folded words met so far, each once.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>The stems of texts, and behind a boundary the compounds written as one word, so that they stand in no phrase's way.</summary>
    public string Terms(params IEnumerable<string?> texts)
    {
        var terms = new StringBuilder();
        var compounds = new StringBuilder();
        foreach (var text in texts)
        {
            foreach (var token in _analyzer.Analyze(text))
            {
                if (token.Parts == 1)
                {
                    terms.Append(token.Word.Term).Append(' ');
                    Words.Add(token.Word.Folded);
                }
                else
                {
                    compounds.Append(Boundary).Append(' ').Append(token.Word.Term).Append(' ');
                }
            }

            terms.Append(Boundary).Append(' ');
        }

        return terms.Append(compounds).ToString();
    }

    /// <summary>The folded words of a title or heading.</summary>
    public static string Folded(params IEnumerable<string?> texts)
        => string.Join($" {Boundary} ", texts.Select(text => string.Join(' ', FoldedWords(text))));

    public static IEnumerable<string> FoldedWords(string? text)
        => TextAnalyzer.Default.Analyze(text).Where(token => token.Parts == 1).Select(token => token.Word.Folded);
}
