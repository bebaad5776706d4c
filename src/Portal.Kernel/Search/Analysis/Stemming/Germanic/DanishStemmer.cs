namespace Portal.Kernel.Search.Analysis.Stemming.Germanic;

/// <summary>Snowball's Danish stemmer, by its published description: https://snowballstem.org/algorithms/danish/stemmer.html.</summary>
public static class DanishStemmer
{
    private const string Vowels = "aeiouyæåø";
    private const string Consonants = "bcdfghjklmnpqrstvwxz";
    private const string BeforeS = "abcdfghjklmnoprtvyzå";

    private static readonly Endings Main = new(
        """
        hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes erendes enes ernes eres ens hedens erens ers ets erets et eret
        """,
        "s");

    private static readonly Endings Pairs = new("gd dt gt kt");

    private static readonly Endings Others = new("ig lig elig els", "løst");

    public static string Stem(string word)
    {
        var stemmed = new StemWord(word, stackalloc char[word.Length + StemWord.Room], Vowels);
        stemmed.MarkR1AndR2(least: 3);
        var main = stemmed.Longest(Main, stemmed.R1);
        stemmed.CutIf(main.Group == 0 || BeforeS.Contains(stemmed.Before(1)), main.Length);
        CutPair(ref stemmed);
        stemmed.CutIf(stemmed.Ends("igst"), 2);
        var other = stemmed.Longest(Others, stemmed.R1);
        if (other.Group == 1)
        {
            stemmed.Cut(1);
        }
        else if (other.Found)
        {
            stemmed.Cut(other.Length);
            CutPair(ref stemmed);
        }

        var last = stemmed.Before(0);
        stemmed.CutIf(stemmed.InR1(1) && Consonants.Contains(last) && stemmed.Before(1) == last, 1);
        return stemmed.ToString();
    }

    private static void CutPair(ref StemWord word) => word.CutIf(word.Longest(Pairs, word.R1).Found, 1);
}
