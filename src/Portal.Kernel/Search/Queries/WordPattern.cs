namespace Portal.Kernel.Search.Queries;

/// <summary>What a term of the kinds that are no whole word fits, among folded, unstemmed words.</summary>
public static class WordPattern
{
    public static bool Fits(QueryTerm term, ReadOnlySpan<char> folded) => term.Kind switch
    {
        TermKind.Prefix => folded.StartsWith(term.Pattern),
        TermKind.Wildcard => Fits(term.Pattern, folded),
        TermKind.Fuzzy => Spelling.Distance(term.Pattern, folded, term.Edits) <= term.Edits,
        _ => false,
    };

    /// <summary>Whether the whole word fits a pattern of question marks and asterisks. Goes back to the last asterisk only: an earlier one has no more to give.</summary>
    public static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> word)
    {
        var (at, letter, asterisk, resume) = (0, 0, -1, 0);
        while (letter < word.Length)
        {
            if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == word[letter]))
            {
                at++;
                letter++;
            }
            else if (at < pattern.Length && pattern[at] == '*')
            {
                asterisk = at++;
                resume = letter;
            }
            else if (asterisk >= 0)
            {
                at = asterisk + 1;
                letter = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].IndexOfAnyExcept('*') < 0;
    }
}
