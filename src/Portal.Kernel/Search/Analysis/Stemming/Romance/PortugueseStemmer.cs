namespace Portal.Kernel.Search.Analysis.Stemming.Romance;

/// <summary>
/// Snowball's Portuguese stemmer, by its published description: https://snowballstem.org/algorithms/portuguese/stemmer.html. A nasal vowel is a vowel and a
/// consonant: ã and õ are written a~ and o~ meanwhile.
/// </summary>
public static class PortugueseStemmer
{
    private const string Vowels = "aeiouáéíóúâêô";

    private static readonly Endings Derivations = new(
        """
        eza ezas ico ica icos icas ismo ismos ável ível ista istas oso osa osos osas amento amentos imento imentos adora ador aça~o adoras adores aço~es ante antes
        ância
        """,
        "logia logias",
        "uça~o uço~es",
        "ência ências",
        "amente",
        "mente",
        "idade idades",
        "iva ivo ivas ivos",
        "ira iras");

    private static readonly Endings BeforeAmente = new("iv", "os ic ad");

    private static readonly Endings BeforeMente = new("ante avel ível");

    private static readonly Endings BeforeIdade = new("abil ic iv");

    private static readonly Endings Verbs = new(
        """
        ada ida ia aria eria iria ará ara erá era irá ava asse esse isse aste este iste ei arei erei irei am iam ariam eriam iriam aram eram iram avam em arem erem
        irem assem essem issem ado ido ando endo indo ara~o era~o ira~o ar er ir as adas idas ias arias erias irias arás aras erás eras irás avas es ardes erdes
        irdes ares eres ires asses esses isses astes estes istes is ais eis íeis aríeis eríeis iríeis áreis areis éreis ereis íreis ireis ásseis ésseis ísseis
        áveis ados idos ámos amos íamos aríamos eríamos iríamos áramos éramos íramos ávamos emos aremos eremos iremos ássemos êssemos íssemos imos armos ermos
        irmos eu iu ou ira iras
        """);

    private static readonly Endings Rest = new("os a i o á í ó");

    public static string Stem(string word)
    {
        word = word.Replace("ã", "a~", StringComparison.Ordinal).Replace("õ", "o~", StringComparison.Ordinal);
        var stemmed = new StemWord(word, stackalloc char[word.Length + StemWord.Room], Vowels);
        stemmed.MarkR1AndR2();
        stemmed.MarkRomanceVerb();
        if (ReplaceDerivation(ref stemmed) || CutVerb(ref stemmed))
        {
            stemmed.CutIf(stemmed.Ends("ci") && stemmed.InRV(1), 1);
        }
        else
        {
            var rest = stemmed.Longest(Rest);
            stemmed.CutIf(stemmed.InRV(rest.Length), rest.Length);
        }

        CutFinal(ref stemmed);
        return stemmed.ToString().Replace("a~", "ã", StringComparison.Ordinal).Replace("o~", "õ", StringComparison.Ordinal);
    }

    private static bool ReplaceDerivation(ref StemWord word)
    {
        var ending = word.Longest(Derivations);
        var length = ending.Length;
        var may = ending.Group switch
        {
            4 => word.InR1(length),
            8 => word.InRV(length) && word.Before(length) == 'e',
            _ => ending.Found && word.InR2(length),
        };
        if (!may)
        {
            return false;
        }

        word.Replace(length, ending.Group switch { 1 => "log", 2 => "u", 3 => "ente", 8 => "ir", _ => "" });
        switch (ending.Group)
        {
            case 4:
                if (word.CutInR2(BeforeAmente) is { Found: true, Group: 0 })
                {
                    word.CutInR2("at");
                }

                break;
            case 5:
                word.CutInR2(BeforeMente);
                break;
            case 6:
                word.CutInR2(BeforeIdade);
                break;
            case 7:
                word.CutInR2("at");
                break;
        }

        return true;
    }

    private static bool CutVerb(ref StemWord word)
    {
        var ending = word.Longest(Verbs, word.RV);
        return ending.Found && word.CutIf(may: true, ending.Length);
    }

    private static void CutFinal(ref StemWord word)
    {
        if (word.Ends("ç"))
        {
            word.Replace(1, "c");
        }
        else if (word.Before(0) is 'e' or 'é' or 'ê' && word.CutIf(word.InRV(1), 1))
        {
            word.CutIf((word.Ends("gu") || word.Ends("ci")) && word.InRV(1), 1);
        }
    }
}
