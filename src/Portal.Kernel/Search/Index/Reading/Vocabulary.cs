using System.Text;
using Portal.Kernel.Search.Analysis.Compounding;
using Portal.Kernel.Search.Index.Format;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Reading;

/// <summary>The folded words of one state of the index, all of them or those of titles and headings.</summary>
internal sealed class Vocabulary(IndexState state, TermSpace space) : IVocabulary
{
    private IEnumerable<TermTable> Tables => state.Segments.Select(live => live.Segment.Terms(space));

    /// <summary>In how many sections a word is; some of them may be dead.</summary>
    public long Found(string word)
    {
        var key = Encoding.UTF8.GetBytes(word);
        return Tables.Sum(table => (long)(table.Find(key)?.Count ?? 0));
    }

    /// <summary>Words that begin so, the most frequent first.</summary>
    public IReadOnlyList<KnownWord> StartingWith(string prefix, int count, CancellationToken cancellationToken)
        => Collect(prefix, _ => true, count, cancellationToken);

    /// <summary>Words that fit a pattern in which <c>?</c> is one letter and <c>*</c> any number, the most frequent first.</summary>
    public IReadOnlyList<KnownWord> Fitting(string pattern, int count, CancellationToken cancellationToken)
    {
        var wild = pattern.AsSpan().IndexOfAny('?', '*');
        return Collect(wild < 0 ? pattern : pattern[..wild], word => WordPattern.Fits(pattern, word), count, cancellationToken);
    }

    public bool Has(string word)
    {
        var key = Encoding.UTF8.GetBytes(word);
        return Tables.Any(table => table.Find(key) is not null);
    }

    public IReadOnlyList<string> BeginningWith(string text, int most) => [.. StartingWith(text, most, CancellationToken.None).Select(word => word.Text)];

    public IReadOnlyList<string> Containing(string text, int most)
    {
        var part = Encoding.UTF8.GetBytes(text);
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            for (var term = 0; term < table.Count; term++)
            {
                if (table.Key(term).IndexOf(part) >= 0)
                {
                    found[table.Text(term)] = found.GetValueOrDefault(table.Text(term)) + table.Entry(term).Count;
                }
            }
        }

        return [.. found.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(most).Select(word => word.Key)];
    }

    /// <summary>Words with at most so many wrong letters: the fewest first, then the most frequent.</summary>
    public IReadOnlyList<KnownWord> Near(string word, int edits, int count, CancellationToken cancellationToken, bool beginnings = false)
    {
        var found = new Dictionary<string, KnownWord>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            new NearWords(word, edits, beginnings).AddFrom(table, found);
        }

        return [.. found.Values.OrderBy(near => near.Edits).ThenByDescending(near => near.Found).ThenBy(near => near.Text, StringComparer.Ordinal).Take(count)];
    }

    private List<KnownWord> Collect(string prefix, Func<string, bool> fits, int count, CancellationToken cancellationToken)
    {
        var key = Encoding.UTF8.GetBytes(prefix);
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var term = table.Place(key); term < table.Count && table.Key(term).StartsWith(key); term++)
            {
                var word = table.Text(term);
                if (fits(word))
                {
                    found[word] = found.GetValueOrDefault(word) + table.Entry(term).Count;
                }
            }
        }

        return [.. found.Select(word => new KnownWord(word.Key, word.Value)).OrderByDescending(word => word.Found).ThenBy(word => word.Text, StringComparer.Ordinal).Take(count)];
    }
}
