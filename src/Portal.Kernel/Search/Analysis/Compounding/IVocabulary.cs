namespace Portal.Kernel.Search.Analysis.Compounding;

/// <summary>The words of an index, folded and unstemmed.</summary>
public interface IVocabulary
{
    bool Has(string word);

    /// <summary>Words that begin so, the most frequent first; at most so many.</summary>
    IReadOnlyList<string> BeginningWith(string text, int most);

    /// <summary>
    /// Words in which this stands anywhere, the most frequent first; at most so many. Endings are among them: a compound's last part has endings of its own, so
    /// that a list of words by their ending would be asked for once for each.
    /// </summary>
    IReadOnlyList<string> Containing(string text, int most);
}
