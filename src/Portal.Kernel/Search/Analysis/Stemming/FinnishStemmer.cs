namespace Portal.Kernel.Search.Analysis.Stemming;

/// <summary>Snowball's Finnish stemmer, by its published description: https://snowballstem.org/algorithms/finnish/stemmer.html.</summary>
public static class FinnishStemmer
{
    private const string Vowels = "aeiouyäö";
    private const string Consonants = "bcdfghjklmnpqrstvwxz";

    private static readonly Endings Particles = new("kin kaan kään ko kö han hän pa pä", "sti");

    private static readonly Endings Possessives = new("si", "ni", "nsa nsä mme nne", "an", "än", "en");

    private static readonly Endings BeforeAn = new("ta ssa sta lla lta na");

    private static readonly Endings BeforeAnInFront = new("tä ssä stä llä ltä nä");

    private static readonly Endings BeforeEn = new("lle ine");

    private static readonly Endings Cases = new(
        "han hen hin hon hän hön",
        "siin den tten",
        "seen",
        "n",
        "a ä",
        "tta ttä",
        "ta tä ssa ssä sta stä lla llä lta ltä lle na nä ksi ine");

    private static readonly Endings LongVowels = new("aa ee ii oo uu ää öö");

    private static readonly Endings Comparatives = new("mpi mpa mpä mmi mma mmä", "impi impa impä immi imma immä eja ejä");

    private static readonly Endings Plurals = new("mma", "imma");

    public static string Stem(string word)
    {
        var stemmed = new StemWord(word, stackalloc char[word.Length + StemWord.Room], Vowels);
        stemmed.MarkR1AndR2();
        CutParticle(ref stemmed);
        CutPossessive(ref stemmed);
        var hadCase = CutCase(ref stemmed);
        var comparative = stemmed.Longest(Comparatives, stemmed.R2);
        stemmed.CutIf(comparative.Group == 1 || !stemmed.Ends("po", comparative.Length), comparative.Length);
        if (hadCase)
        {
            stemmed.CutIf(stemmed.Before(0) is 'i' or 'j' && stemmed.InR1(1), 1);
        }
        else
        {
            CutPlural(ref stemmed);
        }

        Tidy(ref stemmed);
        return stemmed.ToString();
    }

    private static void CutParticle(ref StemWord word)
    {
        var ending = word.Longest(Particles, word.R1);
        var before = word.Before(ending.Length);
        word.CutIf(ending.Group == 0 ? before is 'n' or 't' || word.IsVowelBefore(ending.Length) : word.InR2(ending.Length), ending.Length);
    }

    private static void CutPossessive(ref StemWord word)
    {
        var ending = word.Longest(Possessives, word.R1);
        var before = word.Span[..^ending.Length];
        switch (ending.Group)
        {
            case 0:
                word.CutIf(word.Before(2) != 'k', ending.Length);
                break;
            case 1:
                word.Cut(2);
                word.ReplaceIf(word.Ends("kse"), 3, "ksi");
                break;
            case 2:
                word.Cut(ending.Length);
                break;
            case 3:
                word.CutIf(BeforeAn.Of(before).Found, 2);
                break;
            case 4:
                word.CutIf(BeforeAnInFront.Of(before).Found, 2);
                break;
            case 5:
                word.CutIf(BeforeEn.Of(before).Found, 2);
                break;
        }
    }

    private static bool CutCase(ref StemWord word)
    {
        var ending = word.Longest(Cases, word.R1);
        var length = ending.Length;
        return ending.Group switch
        {
            0 => ending.Found && word.CutIf(word.Before(length) == word.Before(1), length),
            1 => word.CutIf(word.Before(length) == 'i' && word.IsVowelBefore(length + 1) && word.Before(length + 1) != 'y', length) || CutN(ref word),
            2 => word.CutIf(LongVowels.Of(word.Span[..^length]).Found, length) || CutN(ref word),
            3 => CutN(ref word),
            4 => word.CutIf(word.IsVowelBefore(1) && Consonants.Contains(word.Before(2)), length),
            5 => word.CutIf(word.Before(length) == 'e', length),
            _ => word.CutIf(may: true, length),
        };
    }

    private static bool CutN(ref StemWord word)
        => word.CutIf(may: true, LongVowels.Of(word.Span[..^1]).Found || word.Ends("ie", before: 1) ? 2 : 1);

    private static void CutPlural(ref StemWord word)
    {
        if (word.Ends("t") && word.CutIf(word.InR1(1) && word.InR1(2) && word.IsVowelBefore(1), 1))
        {
            var ending = word.Longest(Plurals, word.R2);
            word.CutIf(ending.Group == 1 || !word.Ends("po", ending.Length), ending.Length);
        }
    }

    private static void Tidy(ref StemWord word)
    {
        word.CutIf(word.Longest(LongVowels, word.R1).Found, 1);
        word.CutIf(word.InR1(2) && word.Before(0) is 'a' or 'ä' or 'e' or 'i' && Consonants.Contains(word.Before(1)), 1);
        word.CutIf(word.InR1(2) && (word.Ends("oj") || word.Ends("uj")), 1);
        word.CutIf(word.InR1(2) && word.Ends("jo"), 1);

        // Of a consonant before the last vowels, one is enough.
        var last = word.Length - 1;
        while (word.IsVowel(last))
        {
            last--;
        }

        if (last > 0 && Consonants.Contains(word.Span[last]) && word.Span[last - 1] == word.Span[last])
        {
            word.RemoveAt(last);
        }
    }
}
