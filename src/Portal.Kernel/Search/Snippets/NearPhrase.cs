using Portal.Kernel.Search.Analysis;

namespace Portal.Kernel.Search.Snippets;

/// <summary>
/// Words that stand near one another (<c>"a b"~3</c>): taken back by its place in the phrase, no word may stand further than <paramref name="slop"/> from another.
/// In the right order with n words between is n; two neighbours swapped are 2.
/// </summary>
internal sealed class NearPhrase(string[] words, int slop, int term)
{
    /// <summary>Occurrences in one text that are looked at.</summary>
    private const int MaxOccurrences = 2000;

    public int Term => term;

    public IEnumerable<TextHit> Find(IReadOnlyList<Token> tokens)
    {
        var found = Occurrences(tokens);
        var marked = new HashSet<int>();
        var counts = new int[words.Length];
        var (first, different) = (0, 0);
        for (var last = 0; last < found.Count; last++)
        {
            different += counts[found[last].Word]++ == 0 ? 1 : 0;
            while (found[last].Shift - found[first].Shift > slop)
            {
                different -= --counts[found[first++].Word] == 0 ? 1 : 0;
            }

            // A word that the phrase has twice must be there twice.
            if (different == words.Length && found.Skip(first).Take(last - first + 1).Select(one => one.Token).Distinct().Count() >= words.Length)
            {
                marked.UnionWith(found.Skip(first).Take(last - first + 1).Select(one => one.Token));
            }
        }

        return marked.Order().Select(token => new TextHit(tokens[token].Start, tokens[token].End, term));
    }

    private List<(int Shift, int Word, int Token)> Occurrences(IReadOnlyList<Token> tokens)
    {
        var found = new List<(int Shift, int Word, int Token)>();
        for (var i = 0; i < tokens.Count && found.Count < MaxOccurrences; i++)
        {
            for (var word = 0; word < words.Length; word++)
            {
                if (tokens[i].Parts == 1 && tokens[i].Word.Term == words[word])
                {
                    found.Add((tokens[i].Position - word, word, i));
                }
            }
        }

        found.Sort();
        return found;
    }
}
