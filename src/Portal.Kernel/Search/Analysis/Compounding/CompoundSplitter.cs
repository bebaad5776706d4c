namespace Portal.Kernel.Search.Analysis.Compounding;

/// <summary>Takes a compound apart into words that are known. Words of grammar are no parts: 'mit' in 'Mitarbeit' says nothing of what it is about.</summary>
internal sealed class CompoundSplitter(CompoundRules rules, TextAnalyzer analyzer, IVocabulary vocabulary)
{
    public const int ShortestPart = 3;
    public const int MostParts = 4;

    private readonly Dictionary<(string Text, bool IsLast), string?> _known = [];

    /// <summary>The fewest parts; of several ways the one whose shortest part is the longest; null when there is none.</summary>
    public IReadOnlyList<string>? Split(string word, int fewest, int most, bool toEnd)
    {
        for (var count = fewest; count <= most; count++)
        {
            // Of many short parts nearly any word can be made.
            if (Into(word, count, toEnd) is { } parts && (count < 3 || Shortest(parts) > ShortestPart))
            {
                return parts;
            }
        }

        return null;
    }

    /// <summary>Whether this, before another part, is words with their links.</summary>
    public bool IsBeginning(string text) => Split(text, 1, MostParts - 1, toEnd: false) is not null;

    /// <summary>Whether this, after another part, is a link and words.</summary>
    public bool IsEnd(string text)
        => rules.Links.Any(link => text.Length >= link.Length + ShortestPart && text.StartsWith(link, StringComparison.Ordinal) && Split(text[link.Length..], 1, MostParts - 1, toEnd: true) is not null);

    private IReadOnlyList<string>? Into(string word, int count, bool toEnd)
    {
        if (count == 1)
        {
            return (toEnd ? Known(word, isLast: true) : Linked(word)) is { } known ? [known] : null;
        }

        IReadOnlyList<string>? best = null;
        for (var end = ShortestPart; end <= word.Length - ((count - 1) * ShortestPart); end++)
        {
            if (Known(word[..end], isLast: false) is not { } head)
            {
                continue;
            }

            foreach (var link in rules.Links)
            {
                if (word.AsSpan(end).StartsWith(link) && Into(word[(end + link.Length)..], count - 1, toEnd) is { } rest && (best is null || Shortest([head, .. rest]) > Shortest(best)))
                {
                    best = [head, .. rest];
                }
            }
        }

        return best;
    }

    private static int Shortest(IEnumerable<string> parts) => parts.Min(part => part.Length);

    /// <summary>A part that another follows, its link still at its end.</summary>
    private string? Linked(string text)
        => rules.Links.Where(link => text.EndsWith(link, StringComparison.Ordinal)).Select(link => Known(text[..^link.Length], isLast: false)).FirstOrDefault(known => known is not null);

    /// <summary>The part as a word that is known, or null.</summary>
    private string? Known(string text, bool isLast)
    {
        if (text.Length < ShortestPart || rules.Syllables.Contains(text))
        {
            return null;
        }

        if (!_known.TryGetValue((text, isLast), out var known))
        {
            _known[(text, isLast)] = known = Find(text, isLast) is { } found && !analyzer.WordOf(found).IsStop ? found : null;
        }

        return known;
    }

    private string? Find(string text, bool isLast)
    {
        if (vocabulary.Has(text))
        {
            return text;
        }

        // A short beginning that nobody wrote is more likely to be no word at all.
        return text.Length <= ShortestPart ? null
            : isLast ? rules.Inflections.Any(ending => text.Length > ending.Length + ShortestPart && text.EndsWith(ending, StringComparison.Ordinal) && vocabulary.Has(text[..^ending.Length])) ? text : null
            : rules.Dropped.Select(dropped => text + dropped).FirstOrDefault(vocabulary.Has);
    }
}
