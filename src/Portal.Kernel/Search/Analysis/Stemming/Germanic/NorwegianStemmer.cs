namespace Portal.Kernel.Search.Analysis.Stemming.Germanic;

/// <summary>Snowball's Norwegian stemmer, for both written forms, by its published description: https://snowballstem.org/algorithms/norwegian/stemmer.html.</summary>
public static class NorwegianStemmer
{
    private const string Vowels = "aeiouyæåø";
    private const string BeforeS = "bcdfghjlmnoprtvyz";

    private static readonly Endings Main = new(
        "a e ede ande ende ane ene hetene en heten ar er heter as es edes endes enes hetenes ens hetens ers ets et het ast",
        "s",
        "erte ert");

    private static readonly Endings Pairs = new("dt vt");

    private static readonly Endings Others = new("leg eleg ig eig lig elig els lov elov slov hetslov");

    public static string Stem(string word)
    {
        var stemmed = new StemWord(word, stackalloc char[word.Length + StemWord.Room], Vowels);
        stemmed.MarkR1AndR2(least: 3);
        var main = stemmed.Longest(Main, stemmed.R1);
        switch (main.Group)
        {
            case 0:
                stemmed.Cut(main.Length);
                break;
            case 1:
                stemmed.CutIf(BeforeS.Contains(stemmed.Before(1)) || (stemmed.Before(1) == 'k' && stemmed.IsConsonantBefore(2)), 1);
                break;
            default:
                stemmed.Replace(main.Length, "er");
                break;
        }

        stemmed.CutIf(stemmed.Longest(Pairs, stemmed.R1).Found, 1);
        stemmed.Cut(stemmed.Longest(Others, stemmed.R1).Length);
        return stemmed.ToString();
    }
}
