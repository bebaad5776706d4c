namespace Portal.Kernel.Search.Analysis.Stemming.Romance;

/// <summary>Snowball's Italian stemmer, by its published description: https://snowballstem.org/algorithms/italian/stemmer.html.</summary>
public static class ItalianStemmer
{
    private const string Vowels = "aeiouàèìòù";
    private const string Acute = "áéíóú";
    private const string Grave = "àèìòù";

    private static readonly Endings Pronouns = new(
        """
        ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene tela tele teli telo tene cela cele celi celo cene vela
        vele veli velo vene
        """);

    private static readonly Endings BeforePronoun = new("ando endo", "ar er ir");

    private static readonly Endings Derivations = new(
        """
        anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti istà istè istì oso osi osa ose mente atrice atrici ante anti
        """,
        "azione azioni atore atori",
        "logia logie",
        "uzione uzioni usione usioni",
        "enza enze",
        "amento amenti imento imenti",
        "amente",
        "ità",
        "ivo ivi iva ive");

    private static readonly Endings BeforeAmente = new("iv", "os ic abil");

    private static readonly Endings BeforeIta = new("abil ic iv");

    private static readonly Endings Verbs = new(
        """
        ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi endo erà erai eranno ere erebbe erebbero
        erei eremmo eremo ereste eresti erete erò erono essero ete eva evamo evano evate evi evo Yamo iamo immo irà irai iranno ire irebbe irebbero irei iremmo
        iremo ireste iresti irete irò irono isca iscano isce isci isco iscono issero ita ite iti ito iva ivamo ivano ivate ivi ivo ono uta ute uti uto ar ir
        """);

    public static string Stem(string word)
    {
        var stemmed = new StemWord(word, stackalloc char[word.Length + StemWord.Room], Vowels);
        Prepare(ref stemmed);
        stemmed.MarkR1AndR2();
        stemmed.MarkRomanceVerb();
        CutPronoun(ref stemmed);
        if (!ReplaceDerivation(ref stemmed))
        {
            stemmed.Cut(stemmed.Longest(Verbs, stemmed.RV).Length);
        }

        if (stemmed.CutIf("aeioàèìò".Contains(stemmed.Before(0)) && stemmed.InRV(1), 1))
        {
            stemmed.CutIf(stemmed.Ends("i") && stemmed.InRV(1), 1);
        }

        stemmed.CutIf((stemmed.Ends("ch") || stemmed.Ends("gh")) && stemmed.InRV(2), 1);
        return stemmed.ToString().Replace('I', 'i').Replace('U', 'u');
    }

    /// <summary>Accents are made grave; u after q, and u and i between vowels, are consonants.</summary>
    private static void Prepare(ref StemWord word)
    {
        var letters = word.Span;
        for (var i = 0; i < letters.Length; i++)
        {
            var at = Acute.IndexOf(letters[i], StringComparison.Ordinal);
            letters[i] = at >= 0 ? Grave[at] : i > 0 && letters[i - 1] == 'q' && letters[i] == 'u' ? 'U' : letters[i];
        }

        for (var i = 1; i < letters.Length; i++)
        {
            if (letters[i] is 'u' or 'i' && word.IsVowel(i - 1) && word.IsVowel(i + 1))
            {
                letters[i] = char.ToUpperInvariant(letters[i]);
            }
        }
    }

    private static void CutPronoun(ref StemWord word)
    {
        var pronoun = word.Longest(Pronouns);
        var verb = BeforePronoun.Of(word.Span[..^pronoun.Length]);
        if (pronoun.Found && verb.Found && word.InRV(pronoun.Length + verb.Length))
        {
            word.Replace(pronoun.Length, verb.Group == 0 ? "" : "e");
        }
    }

    private static bool ReplaceDerivation(ref StemWord word)
    {
        var ending = word.Longest(Derivations);
        var length = ending.Length;
        var may = ending.Group switch { 5 => word.InRV(length), 6 => word.InR1(length), _ => ending.Found && word.InR2(length) };
        if (!may)
        {
            return false;
        }

        word.Replace(length, ending.Group switch { 2 => "log", 3 => "u", 4 => "ente", _ => "" });
        switch (ending.Group)
        {
            case 1:
                word.CutInR2("ic");
                break;
            case 6:
                if (word.CutInR2(BeforeAmente) is { Found: true, Group: 0 })
                {
                    word.CutInR2("at");
                }

                break;
            case 7:
                word.CutInR2(BeforeIta);
                break;
            case 8 when word.CutInR2("at"):
                word.CutInR2("ic");
                break;
        }

        return true;
    }
}
