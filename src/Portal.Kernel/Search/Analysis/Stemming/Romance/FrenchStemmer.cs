namespace Portal.Kernel.Search.Analysis.Stemming.Romance;

/// <summary>Snowball's French stemmer, by its published description: https://snowballstem.org/algorithms/french/stemmer.html (as of version 2).</summary>
public static class FrenchStemmer
{
    private const string KeepWithS = "aiouès";

    private static readonly Endings Derivations = new(
        "ance iqUe isme able iste eux ances iqUes ismes ables istes",
        "atrice ateur ation atrices ateurs ations",
        "logie logies",
        "usion ution usions utions",
        "ence ences",
        "ement ements",
        "ité ités",
        "if ive ifs ives",
        "eaux",
        "aux",
        "euse euses",
        "issement issements",
        "amment",
        "emment",
        "ment ments");

    private static readonly Endings BeforeEment = new("iv", "eus", "abl iqU", "ièr Ièr");

    private static readonly Endings BeforeIte = new("abil", "ic", "iv");

    private static readonly Endings VerbsInI = new(
        """
        îmes ît îtes i ie Ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait issant issante issantes issants
        isse issent isses issez issiez issions issons it
        """);

    private static readonly Endings Verbs = new(
        "ions",
        "é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez",
        "âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions");

    private static readonly Endings Rest = new("ion", "ier ière Ier Ière", "e");

    private static readonly Endings Doubles = new("enn onn ett ell eill");

    public static string Stem(string word)
    {
        word = FrenchLetters.Prepare(word);
        var stemmed = new StemWord(word, stackalloc char[word.Length + StemWord.Room], FrenchLetters.Vowels);
        FrenchLetters.MarkRegions(ref stemmed);
        if (ReplaceDerivation(ref stemmed) || CutVerbInI(ref stemmed) || CutVerb(ref stemmed))
        {
            if (stemmed.Before(0) is 'Y' or 'ç')
            {
                stemmed.Replace(1, stemmed.Before(0) == 'Y' ? "i" : "c");
            }
        }
        else
        {
            CutRest(ref stemmed);
        }

        stemmed.CutIf(stemmed.Longest(Doubles).Found, 1);
        FrenchLetters.UnaccentLastVowel(ref stemmed);
        return FrenchLetters.Restore(stemmed.ToString());
    }

    /// <summary>Whether this was all: after an adverb's ending the verb's is looked for as well.</summary>
    private static bool ReplaceDerivation(ref StemWord word)
    {
        var ending = word.Longest(Derivations);
        var length = ending.Length;
        switch (ending.Group)
        {
            case 1 when word.CutIf(word.InR2(length), length):
                CutOrReplaceIc(ref word);
                return true;
            case 5 when word.CutIf(word.InRV(length), length):
                ReplaceBeforeEment(ref word);
                return true;
            case 6 when word.CutIf(word.InR2(length), length):
                ReplaceBeforeIte(ref word);
                return true;
            case 7 when word.CutIf(word.InR2(length), length):
                if (word.CutInR2("at"))
                {
                    CutOrReplaceIc(ref word);
                }

                return true;
            case 8:
                word.Cut(1);
                return true;
            case 9:
                return word.ReplaceIf(word.InR1(length), length, "al");
            case 10:
                return word.CutIf(word.InR2(length), length) || word.ReplaceIf(word.InR1(length), length, "eux");
            case 11:
                return word.CutIf(word.InR1(length) && word.IsConsonantBefore(length), length);
            case 12 or 13:
                word.ReplaceIf(word.InRV(length), length, ending.Group == 12 ? "ant" : "ent");
                return false;
            case 14:
                word.CutIf(word.IsVowelBefore(length) && word.InRV(length + 1), length);
                return false;
            case 0 or 2 or 3 or 4:
                return ending.Found && word.ReplaceIf(word.InR2(length), length, ending.Group switch { 2 => "log", 3 => "u", 4 => "ent", _ => "" });
            default:
                return false;
        }
    }

    private static void CutOrReplaceIc(ref StemWord word)
    {
        if (word.Ends("ic") && !word.CutInR2("ic"))
        {
            word.Replace(2, "iqU");
        }
    }

    private static void ReplaceBeforeEment(ref StemWord word)
    {
        var ending = word.Longest(BeforeEment);
        switch (ending.Group)
        {
            case 0:
                if (ending.Found && word.CutInR2("iv"))
                {
                    word.CutInR2("at");
                }

                break;
            case 1:
                _ = word.CutInR2("eus") || word.ReplaceIf(word.InR1(3), 3, "eux");
                break;
            case 2:
                word.CutIf(word.InR2(3), 3);
                break;
            default:
                word.ReplaceIf(word.InRV(3), 3, "i");
                break;
        }
    }

    private static void ReplaceBeforeIte(ref StemWord word)
    {
        var ending = word.Longest(BeforeIte);
        if (ending.Group == 1)
        {
            CutOrReplaceIc(ref word);
        }
        else if (ending.Found && !word.CutIf(word.InR2(ending.Length), ending.Length) && ending.Group == 0)
        {
            word.Replace(4, "abl");
        }
    }

    private static bool CutVerbInI(ref StemWord word)
    {
        var ending = word.Longest(VerbsInI, word.RV);
        return ending.Found && word.CutIf(word.InRV(ending.Length + 1) && word.IsConsonantBefore(ending.Length) && word.Before(ending.Length) != 'H', ending.Length);
    }

    private static bool CutVerb(ref StemWord word)
    {
        var ending = word.Longest(Verbs, word.RV);
        if (!ending.Found || !word.CutIf(ending.Group > 0 || word.InR2(ending.Length), ending.Length))
        {
            return false;
        }

        word.CutIf(ending.Group == 2 && word.Ends("e") && word.InRV(1), 1);
        return true;
    }

    private static void CutRest(ref StemWord word)
    {
        word.CutIf(word.Ends("s") && (word.Ends("Hi", 1) || (word.Length > 1 && !KeepWithS.Contains(word.Before(1)))), 1);
        var ending = word.Longest(Rest, word.RV);
        switch (ending.Group)
        {
            case 0 when ending.Found:
                word.CutIf(word.InR2(3) && word.InRV(4) && word.Before(3) is 's' or 't', 3);
                break;
            case 1:
                word.Replace(ending.Length, "i");
                break;
            case 2:
                word.Cut(1);
                break;
        }
    }
}
