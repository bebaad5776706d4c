namespace Portal.Kernel.Search.Analysis.Stemming.Romance;

/// <summary>Snowball's Spanish stemmer, by its published description: https://snowballstem.org/algorithms/spanish/stemmer.html.</summary>
public static class SpanishStemmer
{
    private const string Vowels = "aeiouáéíóúü";

    private static readonly Endings Pronouns = new("me se sela selo selas selos la le lo las les los nos");

    private static readonly Endings BeforePronoun = new("iéndo ándo ár ér ír", "ando iendo ar er ir", "yendo");

    private static readonly Endings Derivations = new(
        """
        anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos imiento imientos
        """,
        "adora ador ación adoras adores aciones ante antes ancia ancias",
        "logía logías",
        "ución uciones",
        "encia encias",
        "amente",
        "mente",
        "idad idades",
        "iva ivo ivas ivos");

    private static readonly Endings BeforeAmente = new("iv", "os ic ad");

    private static readonly Endings BeforeMente = new("ante able ible");

    private static readonly Endings BeforeIdad = new("abil ic iv");

    private static readonly Endings VerbsInY = new("ya ye yan yen yeron yendo yo yó yas yes yais yamos");

    private static readonly Endings Verbs = new(
        "en es éis emos",
        """
        arían arías arán arás aríais aría aréis aríamos aremos ará aré erían erías erán erás eríais ería eréis eríamos eremos erá eré irían irías irán irás iríais
        iría iréis iríamos iremos irá iré aba ada ida ía ara iera ad ed id ase iese aste iste an aban ían aran ieran asen iesen aron ieron ado ido ando iendo ió ar
        er ir as abas adas idas ías aras ieras ases ieses ís áis abais íais arais ierais aseis ieseis asteis isteis ados idos amos ábamos íamos imos áramos iéramos
        iésemos ásemos
        """);

    private static readonly Endings Rest = new("os a o á í ó", "e é");

    public static string Stem(string word)
    {
        var stemmed = new StemWord(word, stackalloc char[word.Length + StemWord.Room], Vowels);
        stemmed.MarkR1AndR2();
        stemmed.MarkRomanceVerb();
        CutPronoun(ref stemmed);
        if (!ReplaceDerivation(ref stemmed) && !CutVerbInY(ref stemmed))
        {
            CutVerb(ref stemmed);
        }

        CutRest(ref stemmed);
        Unaccent(ref stemmed);
        return stemmed.ToString();
    }

    private static void CutPronoun(ref StemWord word)
    {
        var pronoun = word.Longest(Pronouns);
        if (!pronoun.Found)
        {
            return;
        }

        var verb = BeforePronoun.Of(word.Span[..^pronoun.Length]);
        var both = pronoun.Length + verb.Length;
        if (!verb.Found || !word.InRV(both) || (verb.Group == 2 && word.Before(both) != 'u'))
        {
            return;
        }

        word.Cut(pronoun.Length);
        if (verb.Group == 0)
        {
            Unaccent(ref word, word.Length - verb.Length);
        }
    }

    private static bool ReplaceDerivation(ref StemWord word)
    {
        var ending = word.Longest(Derivations);
        if (!ending.Found || !(ending.Group == 5 ? word.InR1(ending.Length) : word.InR2(ending.Length)))
        {
            return false;
        }

        word.Replace(ending.Length, ending.Group switch { 2 => "log", 3 => "u", 4 => "ente", _ => "" });
        switch (ending.Group)
        {
            case 1:
                word.CutInR2("ic");
                break;
            case 5:
                if (word.CutInR2(BeforeAmente) is { Found: true, Group: 0 })
                {
                    word.CutInR2("at");
                }

                break;
            case 6:
                word.CutInR2(BeforeMente);
                break;
            case 7:
                word.CutInR2(BeforeIdad);
                break;
            case 8:
                word.CutInR2("at");
                break;
        }

        return true;
    }

    private static bool CutVerbInY(ref StemWord word)
    {
        var ending = word.Longest(VerbsInY, word.RV);
        return ending.Found && word.CutIf(word.Before(ending.Length) == 'u', ending.Length);
    }

    private static void CutVerb(ref StemWord word)
    {
        var ending = word.Longest(Verbs, word.RV);
        word.Cut(ending.Length);
        word.CutIf(ending is { Found: true, Group: 0 } && word.Ends("gu"), 1);
    }

    private static void CutRest(ref StemWord word)
    {
        var ending = word.Longest(Rest);
        if (word.CutIf(word.InRV(ending.Length), ending.Length) && ending.Group == 1)
        {
            word.CutIf(word.Ends("gu") && word.InRV(1), 1);
        }
    }

    private static void Unaccent(ref StemWord word, int from = 0)
    {
        foreach (ref var letter in word.Span[from..])
        {
            letter = letter switch { 'á' => 'a', 'é' => 'e', 'í' => 'i', 'ó' => 'o', 'ú' => 'u', _ => letter };
        }
    }
}
