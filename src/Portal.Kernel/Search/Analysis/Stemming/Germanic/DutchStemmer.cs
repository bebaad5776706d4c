namespace Portal.Kernel.Search.Analysis.Stemming.Germanic;

/// <summary>Snowball's Dutch stemmer, by its published description: https://snowballstem.org/algorithms/dutch_porter/stemmer.html.</summary>
public static class DutchStemmer
{
    private const string Vowels = "aeiouyè";
    private const string Accented = "äáëéïíöóüú";
    private const string Plain = "aaeeiioouu";

    private static readonly Endings Inflections = new("heden", "en ene", "s se");

    private static readonly Endings Doubles = new("kk dd tt");

    private static readonly Endings LongVowels = new("aa ee oo uu");

    private static readonly Endings Derivations = new("end ing", "ig", "lijk", "baar", "bar");

    public static string Stem(string word)
    {
        var stemmed = new StemWord(word, stackalloc char[word.Length + StemWord.Room], Vowels);
        Prepare(ref stemmed);
        stemmed.MarkR1AndR2(least: 3);
        CutInflection(ref stemmed);
        var hadE = CutE(ref stemmed);
        if (stemmed.Ends("heid") && stemmed.InR2(4) && stemmed.Before(4) != 'c')
        {
            stemmed.Cut(4);
            if (stemmed.Ends("en"))
            {
                CutEn(ref stemmed, 2);
            }
        }

        CutDerivation(ref stemmed, hadE);
        var last = stemmed.Length - 1;
        if (stemmed.IsConsonant(last) && stemmed.Span[last] != 'I' && stemmed.IsConsonant(last - 3) && LongVowels.Of(stemmed.Span[..last]).Found)
        {
            stemmed.RemoveAt(last - 1);
        }

        return stemmed.ToString().Replace('I', 'i').Replace('Y', 'y');
    }

    /// <summary>Accents but the grave are taken away; i between vowels, and y after one or at the beginning, are consonants.</summary>
    private static void Prepare(ref StemWord word)
    {
        foreach (ref var letter in word.Span)
        {
            var at = Accented.IndexOf(letter, StringComparison.Ordinal);
            letter = at < 0 ? letter : Plain[at];
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (word.Span[i] == 'y' ? i == 0 || word.IsVowel(i - 1) : word.Span[i] == 'i' && word.IsVowel(i - 1) && word.IsVowel(i + 1))
            {
                word.Span[i] = char.ToUpperInvariant(word.Span[i]);
            }
        }
    }

    private static void CutInflection(ref StemWord word)
    {
        var ending = word.Longest(Inflections);
        switch (ending.Group)
        {
            case 0 when ending.Found:
                word.ReplaceIf(word.InR1(5), 5, "heid");
                break;
            case 1:
                CutEn(ref word, ending.Length);
                break;
            case 2:
                word.CutIf(word.InR1(ending.Length) && word.IsConsonantBefore(ending.Length) && word.Before(ending.Length) != 'j', ending.Length);
                break;
        }
    }

    private static void CutEn(ref StemWord word, int ending)
    {
        if (word.CutIf(word.InR1(ending) && word.IsConsonantBefore(ending) && !word.Ends("gem", ending), ending))
        {
            CutDouble(ref word);
        }
    }

    private static bool CutE(ref StemWord word)
    {
        if (!word.Ends("e") || !word.CutIf(word.InR1(1) && word.IsConsonantBefore(1), 1))
        {
            return false;
        }

        CutDouble(ref word);
        return true;
    }

    private static void CutDouble(ref StemWord word) => word.CutIf(word.Longest(Doubles).Found, 1);

    private static void CutDerivation(ref StemWord word, bool hadE)
    {
        var ending = word.Longest(Derivations);
        var may = ending.Found && word.InR2(ending.Length);
        switch (ending.Group)
        {
            case 0 when word.CutIf(may, ending.Length):
                if (!word.CutIf(word.Ends("ig") && word.InR2(2) && word.Before(2) != 'e', 2))
                {
                    CutDouble(ref word);
                }

                break;
            case 1:
                word.CutIf(may && word.Before(2) != 'e', 2);
                break;
            case 2 when word.CutIf(may, 4):
                CutE(ref word);
                break;
            case 3 or 4:
                word.CutIf(may && (ending.Group == 3 || hadE), ending.Length);
                break;
        }
    }
}
