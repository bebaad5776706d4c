using System.Runtime.InteropServices;
using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Snippets;

/// <summary>A stretch of text that a query's term found; <paramref name="Term"/> is its place in <see cref="SearchQuery.Terms"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextHit(int Start, int End, int Term);

/// <summary>Finds in a text what an index found in it: stems, compounds, phrases, patterns and synonyms, by the same analysis. Made once for a query.</summary>
public sealed class HitFinder
{
    /// <summary>Hits of one text that are looked at; every pair of them is weighed for the snippet.</summary>
    private const int MaxHits = 300;

    private readonly IReadOnlyList<QueryTerm> _terms;
    private readonly Dictionary<string, List<(string[] Terms, int Term)>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byFolded = new(StringComparer.Ordinal);
    private readonly List<int> _patterns = [];
    private readonly List<NearPhrase> _near = [];

    // Null when every word has to be looked at.
    private readonly FirstLetters? _letters;

    /// <param name="query">What was asked.</param>
    /// <param name="expansions">
    /// The index's folded words by which it widened a term, by the term's place in <see cref="SearchQuery.Terms"/>. A pattern without them is compared with every word.
    /// </param>
    public HitFinder(SearchQuery query, IReadOnlyDictionary<int, IReadOnlyCollection<string>>? expansions = null)
    {
        _terms = query.Terms;
        for (var i = 0; i < _terms.Count; i++)
        {
            AddSequences(_terms[i], i);
            if (expansions is not null && expansions.TryGetValue(i, out var words))
            {
                foreach (var word in words)
                {
                    (_byFolded.TryGetValue(word, out var found) ? found : _byFolded[word] = []).Add(i);
                }
            }
            else if (_terms[i].Kind != TermKind.Words)
            {
                _patterns.Add(i);
            }
        }

        _letters = _near.Count + _patterns.Count > 0 ? null
            : new FirstLetters(_byFirst.Values.SelectMany(sequences => sequences.SelectMany(sequence => sequence.Terms)).Concat(_byFolded.Keys));
    }

    /// <summary>In the order of the text; hits of different terms may overlap.</summary>
    /// <param name="text">A section's text, or a title.</param>
    /// <param name="language">The text's, BCP 47.</param>
    /// <param name="field">What the text is: terms that are looked for elsewhere are passed over.</param>
    public IReadOnlyList<TextHit> Find(string text, string language, TextField field = TextField.Body)
    {
        var hits = new List<TextHit>();
        var tokens = TextAnalyzer.For(language).Analyze(text, _letters);
        for (var i = 0; i < tokens.Count && hits.Count < MaxHits; i++)
        {
            AddWord(hits, tokens, i, field);
        }

        if (_near.Count == 0)
        {
            return hits;
        }

        var near = _near.Where(phrase => IsIn(phrase.Term, field)).SelectMany(phrase => phrase.Find(tokens)).Take(MaxHits).ToList();
        return near.Count == 0 ? hits : [.. hits.Concat(near).OrderBy(hit => hit.Start).Take(MaxHits)];
    }

    private void AddSequences(QueryTerm term, int place)
    {
        foreach (var sequence in term.Alternatives.Select(alternative => alternative.Split(' ')))
        {
            if (term.Slop > 0 && sequence.Length > 1)
            {
                _near.Add(new NearPhrase(sequence, term.Slop, place));
            }
            else
            {
                (_byFirst.TryGetValue(sequence[0], out var sequences) ? sequences : _byFirst[sequence[0]] = []).Add((sequence, place));
            }
        }
    }

    // Called for every word of every text that is shown: most words are no hit, and cost two look-ups.
    private void AddWord(List<TextHit> hits, IReadOnlyList<Token> tokens, int at, TextField field)
    {
        var token = tokens[at];
        if (_byFirst.TryGetValue(token.Word.Term, out var sequences))
        {
            AddSequences(hits, tokens, at, sequences, field);
        }

        if (_byFolded.Count > 0 && _byFolded.TryGetValue(token.Word.Folded, out var widened))
        {
            hits.AddRange(widened.Where(term => IsIn(term, field)).Select(term => new TextHit(token.Start, token.End, term)));
        }

        foreach (var term in _patterns)
        {
            if (IsIn(term, field) && WordPattern.Fits(_terms[term], token.Word.Folded))
            {
                hits.Add(new TextHit(token.Start, token.End, term));
            }
        }
    }

    private void AddSequences(List<TextHit> hits, IReadOnlyList<Token> tokens, int at, List<(string[] Terms, int Term)> sequences, TextField field)
    {
        var token = tokens[at];
        foreach (var (terms, term) in sequences)
        {
            if (!IsIn(term, field))
            {
                continue;
            }

            if (terms.Length == 1)
            {
                hits.Add(new TextHit(token.Start, token.End, term));
            }
            else if (token.Parts == 1)
            {
                AddPhrase(hits, tokens, at, terms, term);
            }
        }
    }

    private bool IsIn(int term, TextField field) => _terms[term].Field is TextField.Any || field is TextField.Any || _terms[term].Field == field;

    private static void AddPhrase(List<TextHit> hits, IReadOnlyList<Token> tokens, int first, string[] terms, int term)
    {
        var words = new List<TextHit>(terms.Length);
        for (var i = first; i < tokens.Count && words.Count < terms.Length; i++)
        {
            if (tokens[i].Parts > 1)
            {
                continue;
            }

            if (tokens[i].Word.Term != terms[words.Count] || tokens[i].Position != tokens[first].Position + words.Count)
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
