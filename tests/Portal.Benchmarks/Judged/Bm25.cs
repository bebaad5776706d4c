using Portal.Kernel.Search.Analysis;

namespace Portal.Benchmarks.Judged;

/// <summary>
/// What is to be beaten: plain BM25 with the customary parameters over the words of a text, title and all, whole in memory. The words are stemmed and stop words left out as the search does it; a query's words count
/// once each.
/// </summary>
internal sealed class Bm25(TextAnalyzer analyzer)
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly Dictionary<string, List<(int Document, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly List<(string Id, int Length)> _documents = [];
    private long _length;

    public void Add(string id, string text)
    {
        var terms = Terms(text);
        foreach (var term in terms.CountBy(term => term, StringComparer.Ordinal))
        {
            if (!_postings.TryGetValue(term.Key, out var postings))
            {
                _postings[term.Key] = postings = [];
            }

            postings.Add((_documents.Count, term.Value));
        }

        _documents.Add((id, terms.Count));
        _length += terms.Count;
    }

    /// <summary>All that have a word of the query, best first; of equals the one added first.</summary>
    public IEnumerable<(string Id, double Score)> Search(string query)
    {
        var scores = new Dictionary<int, double>();
        var average = (double)_length / Math.Max(1, _documents.Count);
        foreach (var postings in Terms(query).Distinct(StringComparer.Ordinal).Select(term => _postings.GetValueOrDefault(term)).OfType<List<(int Document, int Count)>>())
        {
            var rarity = Math.Log(1 + ((_documents.Count - postings.Count + 0.5) / (postings.Count + 0.5)));
            foreach (var (document, count) in postings)
            {
                var norm = K1 * (1 - B + (B * _documents[document].Length / average));
                scores[document] = scores.GetValueOrDefault(document) + (rarity * count * (K1 + 1) / (count + norm));
            }
        }

        return scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key).Select(score => (_documents[score.Key].Id, score.Value));
    }

    // Stop words never empty a query.
    private List<string> Terms(string text)
    {
        var words = analyzer.Analyze(text).Where(token => token.Parts == 1).Select(token => token.Word).ToList();
        var telling = words.Where(word => !word.IsStop).Select(word => word.Term).ToList();
        return telling.Count > 0 ? telling : [.. words.Select(word => word.Term)];
    }
}
