using System.Text;
using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Reading;
using Portal.Kernel.Search.Index.Scoring;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>A query with the words that the index does not know replaced: by the two words of it that stand together in some text ('casemanagement'), or by the nearest that the index knows.</summary>
internal sealed class NearSpelling(SearchRun run, string language)
{
    /// <summary>Each costs a walk through the vocabulary.</summary>
    private const int MaxWords = 4;

    /// <summary>Near words whose frequency is looked up.</summary>
    private const int MaxCandidates = 8;

    /// <summary>Letters of the parts of a word that is taken apart.</summary>
    private const int ShortestPart = 3;

    private readonly Vocabulary _vocabulary = new(run.State, TermSpace.Words);

    /// <summary>Null when every word is known or nothing is known for any of the others.</summary>
    public async Task<string?> OfAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var unknown = await UnknownAsync(query, cancellationToken);
        if (unknown.Count is 0 or > MaxWords)
        {
            return null;
        }

        var corrected = new StringBuilder(query.Text);
        foreach (var (start, length, folded) in unknown.OrderByDescending(word => word.Start))
        {
            if ((await ApartAsync(folded, cancellationToken) ?? await LikeliestAsync(folded, cancellationToken)) is { } near)
            {
                corrected.Remove(start, length).Insert(start, near);
            }
        }

        return corrected.Equals(query.Text) ? null : corrected.ToString();
    }

    /// <summary>A word as two that follow one another somewhere, those that do so most often.</summary>
    private async Task<string?> ApartAsync(string word, CancellationToken cancellationToken)
    {
        var cuts = Enumerable.Range(ShortestPart, Math.Max(0, word.Length - (2 * ShortestPart) + 1))
            .Select(at => (First: word[..at], Second: word[at..]))
            .Where(cut => _vocabulary.Has(cut.First) && _vocabulary.Has(cut.Second)).ToList();
        var found = await run.FoundAsync(cuts.Select(cut => Ways(cut.First).Zip(Ways(cut.Second), (first, second) => first with { Terms = [.. first.Terms, .. second.Terms] }).ToList()), cancellationToken);
        return cuts.Zip(found).Where(cut => cut.Second > 0).OrderByDescending(cut => cut.Second).Select(cut => $"{cut.First.First} {cut.First.Second}").FirstOrDefault();
    }

    /// <summary>The most frequent of the nearest that say something. Null when none is in any text: a word may be known from an item that has gone.</summary>
    private async Task<string?> LikeliestAsync(string word, CancellationToken cancellationToken)
    {
        var near = _vocabulary.Near(word, Spelling.Tolerance(word.Length), MaxCandidates * 4, cancellationToken)
            .Where(known => !TextAnalyzer.Default.WordOf(known.Text).IsStop && !TextAnalyzer.For(language).WordOf(known.Text).IsStop)
            .Select(known => (known.Text, Cost: Likeness.Cost(word, known.Text, known.Edits), known.Found))
            .Where(known => known.Cost is not null).OrderBy(known => known.Cost).ThenByDescending(known => known.Found).Take(MaxCandidates).ToList();
        var found = await run.FoundAsync(near.Select(known => (IReadOnlyList<Alternative>)[new Alternative(TermSpace.Words, [Encoding.UTF8.GetBytes(known.Text)], 1)]), cancellationToken);
        return near.Zip(found, (known, live) => (known.Text, known.Cost, Live: live)).Where(known => known.Live > 0)
            .OrderBy(known => known.Cost).ThenByDescending(known => known.Live).ThenBy(known => known.Text, StringComparer.Ordinal).Select(known => known.Text).FirstOrDefault();
    }

    private async Task<IReadOnlyList<(int Start, int Length, string Folded)>> UnknownAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var words = query.Terms.Where(term => term.Kind == TermKind.Words)
            .SelectMany(term => TextAnalyzer.Default.Analyze(term.Text).Where(token => token.Parts == 1)
                .Select(token => (Start: term.Start + token.Start, token.Length, token.Word.Folded, Ways: Ways(term.Text.AsSpan(token.Start, token.Length)))))
            .ToList();
        var found = await run.FoundAsync(words.Select(word => word.Ways), cancellationToken);
        return [.. words.Where((_, i) => found[i] == 0).Select(word => (word.Start, word.Length, word.Folded))];
    }

    private List<Alternative> Ways(ReadOnlySpan<char> word)
    {
        var ways = new List<Alternative>();
        foreach (var analyzer in TextAnalyzer.ForQuery(language))
        {
            ways.Add(new Alternative(TermSpace.Stems, [Encoding.UTF8.GetBytes(analyzer.WordOf(word).Term)], 1));
        }

        return ways;
    }
}
