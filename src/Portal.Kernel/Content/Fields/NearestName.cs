using Portal.Kernel.Search;

namespace Portal.Kernel.Content.Fields;

/// <summary>Finds what a mistyped name was probably meant to be, for 'did you mean'.</summary>
public static class NearestName
{
    /// <summary>The nearest of the names, when it differs by no more than a third of its letters (two letters of a short word, one of the shortest); the first of equals.</summary>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        var limit = (typed.Length <= 3 ? 1 : Math.Max(2, typed.Length / 3)) + 1;
        string? nearest = null;
        var wanted = typed.ToLowerInvariant();
        foreach (var name in names)
        {
            if (Math.Abs(name.Length - typed.Length) < limit && Spelling.Distance(wanted, name.ToLowerInvariant(), limit - 1) is var distance && distance < limit)
            {
                (nearest, limit) = (name, distance);
            }
        }

        return nearest;
    }

    /// <summary>' Did you mean ...?' to end a sentence with, or nothing.</summary>
    public static string Suggestion(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";
}
