namespace Portal.Kernel.Search.Analysis.Stemming.Romance;

/// <summary>
/// How French is written while it is stemmed: vowels that sound as consonants are capitals, ë and ï are He and Hi, so that they part syllables.
/// </summary>
internal static class FrenchLetters
{
    public const string Vowels = "aeiouyâàëéêèïîôûù";

    public static string Prepare(string word)
    {
        Span<char> letters = stackalloc char[word.Length];
        word.CopyTo(letters);
        for (var i = 0; i < letters.Length; i++)
        {
            // The letter after comes first: in 'yie' it is the i that sounds as a consonant.
            var next = i + 1 < letters.Length ? letters[i + 1] : '\0';
            var before = IsVowel(letters, i);
            if ((before && (next == 'y' || (next is 'u' or 'i' && IsVowel(letters, i + 2)))) || (letters[i] == 'q' && next == 'u'))
            {
                letters[i + 1] = char.ToUpperInvariant(next);
            }

            letters[i] = letters[i] == 'y' && IsVowel(letters, i + 1) ? 'Y' : letters[i];
        }

        return letters.ToString().Replace("ë", "He", StringComparison.Ordinal).Replace("ï", "Hi", StringComparison.Ordinal);
    }

    public static string Restore(string stem)
        => stem.Replace("He", "ë", StringComparison.Ordinal).Replace("Hi", "ï", StringComparison.Ordinal).Replace("H", "", StringComparison.Ordinal)
            .Replace('I', 'i').Replace('U', 'u').Replace('Y', 'y');

    public static void MarkRegions(ref StemWord word)
    {
        word.MarkR1AndR2();
        if ((word.IsVowel(0) && word.IsVowel(1) && word.Length > 2) || (word.Length > 2 && word.Span[..3] is "par" or "col" or "tap"))
        {
            word.RV = 3;
        }
        else
        {
            var vowel = word.Find(1, vowel: true);
            word.RV = vowel < 0 ? word.Length : vowel + 1;
        }
    }

    public static void UnaccentLastVowel(ref StemWord word)
    {
        var last = word.Length - 1;
        while (word.IsConsonant(last))
        {
            last--;
        }

        if (last >= 0 && last < word.Length - 1 && word.Span[last] is 'é' or 'è')
        {
            word.Span[last] = 'e';
        }
    }

    private static bool IsVowel(ReadOnlySpan<char> letters, int at) => at >= 0 && at < letters.Length && Vowels.Contains(letters[at]);
}
