namespace Portal.Kernel.Search.Index.Reading;

internal static class Wildcard
{
    /// <summary>Whether the whole word fits: <c>?</c> is one letter, <c>*</c> any number. Goes back only to the last star, so its time is bounded by both lengths.</summary>
    public static bool Fits(ReadOnlySpan<char> word, ReadOnlySpan<char> pattern)
    {
        var (w, p, star, mark) = (0, 0, -1, 0);
        while (w < word.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, w);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == word[w]))
            {
                p++;
                w++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                w = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }
}
