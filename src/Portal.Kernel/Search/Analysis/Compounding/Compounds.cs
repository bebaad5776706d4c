namespace Portal.Kernel.Search.Analysis.Compounding;

/// <summary>
/// Compounds of German, Dutch, Swedish, Danish and Norwegian, taken apart when asked for, by the words that the index has: texts are indexed as they are, and no
/// dictionary is needed. Words are folded throughout.
/// </summary>
public static class Compounds
{
    /// <summary>Words of the vocabulary that are looked at for one word asked for.</summary>
    private const int MaxCandidates = 1000;

    /// <summary>Compounds that are given for one word.</summary>
    public const int MaxFound = 200;

    /// <summary>Letters by which the forms of one word may differ at the end.</summary>
    private const int LongestInflection = 4;

    /// <summary>The words of the vocabulary that have this word, in any of its forms, as their first, a middle or their last part; the most frequent first.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="language">A BCP 47 tag; of a language that writes its words apart there are none.</param>
    public static IReadOnlyList<string> Containing(string word, string language, IVocabulary vocabulary)
    {
        var analyzer = TextAnalyzer.For(language);
        var known = analyzer.WordOf(word);
        if (word.Length < CompoundSplitter.ShortestPart || known.IsStop || CompoundRules.For(language) is not { } rules)
        {
            return [];
        }

        // What the word's forms begin with: 'konferenz' of 'konferenzen'.
        var root = known.Term.Length >= CompoundSplitter.ShortestPart && word.StartsWith(known.Term, StringComparison.Ordinal) ? known.Term : word;
        var splitter = new CompoundSplitter(rules, analyzer, vocabulary);
        return
        [
            .. vocabulary.Containing(root, MaxCandidates).Concat(vocabulary.BeginningWith(root, MaxCandidates)).Distinct(StringComparer.Ordinal)
                .Where(candidate => candidate.Length >= root.Length + CompoundSplitter.ShortestPart && !IsForm(candidate) && HasPart(candidate)).Take(MaxFound),
        ];

        bool HasPart(string candidate)
        {
            for (var at = 0; (at = candidate.IndexOf(root, at, StringComparison.Ordinal)) >= 0; at++)
            {
                var longest = Math.Min(candidate.Length, at + word.Length + LongestInflection);
                for (var end = at + root.Length; end <= longest; end++)
                {
                    if (IsForm(candidate[at..end])
                        && (end == candidate.Length || splitter.IsEnd(candidate[end..])) && (at == 0 || splitter.IsBeginning(candidate[..at])))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        bool IsForm(string part) => part == word || analyzer.WordOf(part).Term == known.Term;
    }

    /// <summary>The parts of a compound that was typed, each a word of the vocabulary or an inflected form of one; none when it is no compound of such.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static IReadOnlyList<string> PartsOf(string word, string language, IVocabulary vocabulary)
        => CompoundRules.For(language) is { } rules
            ? new CompoundSplitter(rules, TextAnalyzer.For(language), vocabulary).Split(word, 2, CompoundSplitter.MostParts, toEnd: true) ?? []
            : [];
}
