namespace Portal.Kernel.Search.Analysis.Stemming.Germanic;

/// <summary>
/// The Snowball project's English stemmer ('Porter2'), by its published description: https://snowballstem.org/algorithms/english/stemmer.html.
/// R1 is the part of a word after the first consonant that follows a vowel, R2 the same within R1: an ending goes only when enough of the word is left.
/// </summary>
public static class EnglishStemmer
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WholeAfterPlural = new HashSet<string>(StringComparer.Ordinal)
    {
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    // Longest first where one is the end of another: the longest that fits decides, even when it then may not be taken off.
    private static readonly (string Ending, string Instead)[] Step2 =
    [
        ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
        ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"),
        ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Ending, string Instead)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    /// <summary>The stem of a word after its American endings were made British: '-ize' and '-ise', '-our' and '-or' are found for one another.</summary>
    public static string StemAnySpelling(string word) => Stem(EnglishSpelling.Unify(word));

    /// <summary>The stem of a word in lower case; letters other than a to z count as consonants.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= 2)
        {
            return word;
        }

        if (Irregular(word) is { } irregular)
        {
            return irregular;
        }

        var stemmed = new EnglishWord(word, stackalloc char[word.Length + 1]);
        RemovePossessive(ref stemmed);
        RemovePlural(ref stemmed);
        if (WholeAfterPlural.Contains(stemmed.Span))
        {
            return stemmed.ToString();
        }

        RemovePast(ref stemmed);
        if (stemmed.Length > 2 && stemmed[^1] is 'y' or 'Y' && !EnglishWord.IsVowel(stemmed[^2]))
        {
            stemmed.Replace(1, "i");
        }

        ReplaceDerivation(ref stemmed);
        ReplaceSecondDerivation(ref stemmed);
        RemoveSuffix(ref stemmed);
        RemoveFinal(ref stemmed);
        return stemmed.ToString();
    }

    private static string? Irregular(string word) => word switch
    {
        "skis" => "ski",
        "skies" => "sky",
        "dying" => "die",
        "lying" => "lie",
        "tying" => "tie",
        "idly" => "idl",
        "gently" => "gentl",
        "ugly" => "ugli",
        "early" => "earli",
        "only" => "onli",
        "singly" => "singl",
        "sky" or "news" or "howe" or "atlas" or "cosmos" or "bias" or "andes" => word,
        _ => null,
    };

    private static void RemovePossessive(ref EnglishWord word)
    {
        word.Replace(word.Ends("'s'") ? 3 : word.Ends("'s") ? 2 : word.Ends("'") ? 1 : 0, "");
    }

    private static void RemovePlural(ref EnglishWord word)
    {
        if (word.Ends("sses"))
        {
            word.Replace(2, "");
        }
        else if (word.Ends("ied") || word.Ends("ies"))
        {
            word.Replace(3, word.Length > 4 ? "i" : "ie");
        }
        else if (word.Ends("s") && !word.Ends("us") && !word.Ends("ss") && word.HasVowelBefore(word.Length - 2))
        {
            word.Replace(1, "");
        }
    }

    private static void RemovePast(ref EnglishWord word)
    {
        if (word.Ends("eed") || word.Ends("eedly"))
        {
            var ending = word.Ends("eed") ? 3 : 5;
            if (word.InR1(ending))
            {
                word.Replace(ending, "ee");
            }

            return;
        }

        var length = word.Ends("ingly") ? 5 : word.Ends("edly") ? 4 : word.Ends("ing") ? 3 : word.Ends("ed") ? 2 : 0;
        if (length == 0 || !word.HasVowelBefore(word.Length - length))
        {
            return;
        }

        word.Replace(length, "");
        if (word.Ends("at") || word.Ends("bl") || word.Ends("iz"))
        {
            word.Replace(0, "e");
        }
        else if (word.EndsInDouble())
        {
            word.Replace(1, "");
        }
        else if (word.IsShort())
        {
            word.Replace(0, "e");
        }
    }

    private static void ReplaceDerivation(ref EnglishWord word)
    {
        foreach (var (ending, instead) in Step2)
        {
            if (word.Ends(ending))
            {
                if (word.InR1(ending.Length)
                    && (ending != "ogi" || word.Before(3) == 'l')
                    && (ending != "li" || "cdeghkmnrt".Contains(word.Before(2), StringComparison.Ordinal)))
                {
                    word.Replace(ending.Length, instead);
                }

                return;
            }
        }
    }

    private static void ReplaceSecondDerivation(ref EnglishWord word)
    {
        foreach (var (ending, instead) in Step3)
        {
            if (word.Ends(ending))
            {
                if (ending == "ative" ? word.InR2(ending.Length) : word.InR1(ending.Length))
                {
                    word.Replace(ending.Length, instead);
                }

                return;
            }
        }
    }

    private static void RemoveSuffix(ref EnglishWord word)
    {
        foreach (var ending in Step4)
        {
            if (word.Ends(ending))
            {
                if (word.InR2(ending.Length) && (ending != "ion" || word.Before(3) is 's' or 't'))
                {
                    word.Replace(ending.Length, "");
                }

                return;
            }
        }
    }

    private static void RemoveFinal(ref EnglishWord word)
    {
        if (word.Ends("e") ? word.InR2(1) || (word.InR1(1) && !word.EndsInShortSyllable(word.Length - 1)) : word.Ends("ll") && word.InR2(1))
        {
            word.Replace(1, "");
        }
    }
}
