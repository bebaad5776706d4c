using System.Runtime.InteropServices;
using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Snippets;

/// <summary>A stretch of text that a query's term found; <paramref name="Term"/> is its place in <see cref="SearchQuery.Terms"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextHit(int Start, int End, int Term);

/// <summary>Finds in a text what an index found in it: stems, compounds, phrases and synonyms, by the same analysis. Made once for a query.</summary>
public sealed class HitFinder
{
    private readonly Dictionary<string, List<(string[] Terms, int Term)>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>Hits of one text that are looked at; every pair of them is weighed for the snippet.</summary>
    private const int MaxHits = 300;

    public HitFinder(SearchQuery query)
    {
        var terms = query.Terms;
        for (var i = 0; i < terms.Count; i++)
        {
            foreach (var sequence in terms[i].Alternatives.Select(alternative => alternative.Split(' ')))
            {
                (_byFirst.TryGetValue(sequence[0], out var sequences) ? sequences : _byFirst[sequence[0]] = []).Add((sequence, i));
            }
        }
    }

    /// <summary>In the order of the text; hits of different terms may overlap.</summary>
    public IReadOnlyList<TextHit> Find(string text, string language)
    {
        var hits = new List<TextHit>();
        var tokens = TextAnalyzer.For(language).Analyze(text);
        for (var i = 0; i < tokens.Count && hits.Count < MaxHits; i++)
        {
            if (!_byFirst.TryGetValue(tokens[i].Word.Term, out var sequences))
            {
                continue;
            }

            foreach (var (terms, term) in sequences)
            {
                if (terms.Length == 1)
                {
                    hits.Add(new TextHit(tokens[i].Start, tokens[i].End, term));
                }
                else if (tokens[i].Parts == 1)
                {
                    AddPhrase(hits, tokens, i, terms, term);
                }
            }
        }

        return hits;
    }

    private static void AddPhrase(List<TextHit> hits, IReadOnlyList<Token> tokens, int first, string[] terms, int term)
    {
        var words = new List<TextHit>(terms.Length);
        for (var i = first; i < tokens.Count && words.Count < terms.Length; i++)
        {
            if (tokens[i].Parts > 1)
            {
                continue;
            }

            if (tokens[i].Word.Term != terms[words.Count])
            {
                return;
            }

            words.Add(new TextHit(tokens[i].Start, tokens[i].End, term));
        }

        if (words.Count == terms.Length)
        {
            hits.AddRange(words);
        }
    }
}
