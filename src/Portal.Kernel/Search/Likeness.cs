namespace Portal.Kernel.Search;

/// <summary>
/// Whether a near word is what was meant. Nearness alone says little: 'jail' is one letter from 'mail', 'warden' two from 'warn'. People leave letters out, swap
/// neighbours and double what is single; they seldom take the first letter wrong, and rarely err in a short word.
/// </summary>
public static class Likeness
{
    /// <summary>Letters from which a word may have a wrong letter; two wrong letters.</summary>
    private const int AnyLetter = 6, TwoLetters = 8;

    /// <summary>Null when it is hardly meant; the less the likelier.</summary>
    /// <param name="word">As typed, folded.</param>
    /// <param name="near">A word that there is.</param>
    /// <param name="distance">By <see cref="Spelling.Distance"/>.</param>
    public static int? Cost(string word, string near, int distance)
    {
        if (distance > (word.Length < TwoLetters ? 1 : 2) || !BeginsAlike(word, near))
        {
            return null;
        }

        var slip = distance == 1 && IsSlip(word, near);
        return slip || word.Length >= AnyLetter ? (2 * distance) + (slip ? 0 : 1) : null;
    }

    /// <summary>The same first letter, or the first two swapped.</summary>
    public static bool BeginsAlike(string word, string near)
        => word[0] == near[0] || (word.Length > 1 && near.Length > 1 && word[0] == near[1] && word[1] == near[0]);

    /// <summary>Of two words that are one letter apart: a letter left out, two swapped, or one doubled or not.</summary>
    private static bool IsSlip(string word, string near)
    {
        var at = word.AsSpan().CommonPrefixLength(near);
        return near.Length > word.Length
            || (near.Length == word.Length && at + 1 < word.Length && word[at] == near[at + 1] && word[at + 1] == near[at])
            || (near.Length < word.Length && at > 0 && word[at] == word[at - 1]);
    }
}
