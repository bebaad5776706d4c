namespace Portal.Kernel.Search;

/// <summary>Near spellings of a word.</summary>
public static class Spelling
{
    // Greater than any word of an index, and as long as paths of items are; the comparison is quadratic.
    private const int MaxLength = 200;

    /// <summary>How many letters may be wrong in a word of this length.</summary>
    public static int Tolerance(int length) => length < 4 ? 0 : length < 6 ? 1 : 2;

    /// <summary>
    /// Damerau and Levenshtein's: letters put in, left out, changed, or two neighbours swapped (each part edited once, 'optimal string alignment').
    /// Greater than <paramref name="most"/> is all that is said beyond it.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || a.Length > MaxLength || b.Length > MaxLength)
        {
            return most + 1;
        }

        Span<int> rows = stackalloc int[3 * (b.Length + 1)];
        var before = rows[..(b.Length + 1)];
        var last = rows.Slice(b.Length + 1, b.Length + 1);
        var current = rows[(2 * (b.Length + 1))..];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(last[j], current[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                current[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > most)
            {
                return most + 1;
            }

            var free = before;
            before = last;
            last = current;
            current = free;
        }

        return last[b.Length];
    }
}
