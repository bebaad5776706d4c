namespace Portal.Kernel.Content.Fields;

/// <summary>Finds what a mistyped name was probably meant to be, for 'did you mean'.</summary>
public static class NearestName
{
    // Longer names than this are not typed by hand, and the comparison is quadratic.
    private const int MaxLength = 200;

    /// <summary>The nearest of the names, when it differs by no more than a third of its letters (two letters of a short word, one of the shortest); the first of equals.</summary>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        var limit = (typed.Length <= 3 ? 1 : Math.Max(2, typed.Length / 3)) + 1;
        string? nearest = null;
        foreach (var name in names)
        {
            if (Math.Abs(name.Length - typed.Length) < limit && name.Length <= MaxLength && Distance(typed, name) is var distance && distance < limit)
            {
                (nearest, limit) = (name, distance);
            }
        }

        return nearest;
    }

    /// <summary>' Did you mean ...?' to end a sentence with, or nothing.</summary>
    public static string Suggestion(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    // Levenshtein's distance, capital letters being no difference, with one row of his table.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }

        return row[^1];
    }
}
