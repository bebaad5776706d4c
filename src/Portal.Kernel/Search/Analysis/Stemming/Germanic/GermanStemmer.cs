namespace Portal.Kernel.Search.Analysis.Stemming.Germanic;

/// <summary>Snowball's German stemmer, by its published description: https://snowballstem.org/algorithms/german/stemmer.html (as of version 2).</summary>
public static class GermanStemmer
{
    private const string Vowels = "aeiouyäöü";
    private const string BeforeS = "bdfghklmnrt";
    private const string BeforeSt = "bdfghklmnt";

    private static readonly Endings Inflections = new("em ern er", "e en es", "s");

    private static readonly Endings Degrees = new("en er est", "st");

    private static readonly Endings Derivations = new("end ung", "ig ik isch", "lich heit", "keit");

    private static readonly Endings BeforeKeit = new("lich ig");

    public static string Stem(string word)
    {
        word = word.Replace("ß", "ss", StringComparison.Ordinal);
        var stemmed = new StemWord(word, stackalloc char[word.Length + StemWord.Room], Vowels);
        HideConsonants(ref stemmed);
        stemmed.MarkR1AndR2(least: 3);
        CutInflection(ref stemmed);
        CutDegree(ref stemmed);
        CutDerivation(ref stemmed);
        return string.Create(stemmed.Length, stemmed.Span, (letters, from) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = from[i] switch { 'Y' => 'y', 'U' or 'ü' => 'u', 'ä' => 'a', 'ö' => 'o', var letter => letter };
            }
        });
    }

    /// <summary>Between vowels, u and y are consonants.</summary>
    private static void HideConsonants(ref StemWord word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word.Span[i] is 'u' or 'y' && word.IsVowel(i - 1) && word.IsVowel(i + 1))
            {
                word.Span[i] = char.ToUpperInvariant(word.Span[i]);
            }
        }
    }

    private static void CutInflection(ref StemWord word)
    {
        var ending = word.Longest(Inflections);
        if (!word.CutIf(word.InR1(ending.Length) && (ending.Group < 2 || BeforeS.Contains(word.Before(1))), ending.Length))
        {
            return;
        }

        word.CutIf(ending.Group == 1 && word.Ends("niss"), 1);
    }

    private static void CutDegree(ref StemWord word)
    {
        var ending = word.Longest(Degrees);
        word.CutIf(word.InR1(ending.Length) && (ending.Group == 0 || (word.Length > 5 && BeforeSt.Contains(word.Before(2)))), ending.Length);
    }

    private static void CutDerivation(ref StemWord word)
    {
        var ending = word.Longest(Derivations);
        if (!word.CutIf(word.InR2(ending.Length) && (ending.Group != 1 || word.Before(ending.Length) != 'e'), ending.Length))
        {
            return;
        }

        switch (ending.Group)
        {
            case 0 when ending.Found:
                word.CutIf(word.Ends("ig") && word.Before(2) != 'e' && word.InR2(2), 2);
                break;
            case 2:
                word.CutIf((word.Ends("er") || word.Ends("en")) && word.InR1(2), 2);
                break;
            case 3:
                var before = word.Longest(BeforeKeit);
                word.CutIf(word.InR2(before.Length), before.Length);
                break;
        }
    }
}
