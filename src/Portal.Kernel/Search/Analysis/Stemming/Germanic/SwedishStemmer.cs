namespace Portal.Kernel.Search.Analysis.Stemming.Germanic;

/// <summary>Snowball's Swedish stemmer, by its published description: https://snowballstem.org/algorithms/swedish/stemmer.html.</summary>
public static class SwedishStemmer
{
    private const string Vowels = "aeiouyäåö";
    private const string BeforeS = "bcdfghjklmnoprtvy";

    private static readonly Endings Main = new(
        """
        a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas es ades andes ens arens hetens erns at
        andet het ast
        """,
        "s");

    private static readonly Endings Pairs = new("dd gd nn dt gt kt tt");

    private static readonly Endings Others = new("lig ig els", "löst", "fullt");

    public static string Stem(string word)
    {
        var stemmed = new StemWord(word, stackalloc char[word.Length + StemWord.Room], Vowels);
        stemmed.MarkR1AndR2(least: 3);
        var main = stemmed.Longest(Main, stemmed.R1);
        stemmed.CutIf(main.Group == 0 || BeforeS.Contains(stemmed.Before(1)), main.Length);
        stemmed.CutIf(stemmed.Longest(Pairs, stemmed.R1).Found, 1);
        var other = stemmed.Longest(Others, stemmed.R1);
        if (other.Found)
        {
            stemmed.Cut(other.Group == 0 ? other.Length : 1);
        }

        return stemmed.ToString();
    }
}
