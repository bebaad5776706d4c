namespace Portal.Kernel.Search.Analysis;

/// <summary>
/// How a language is written on a keyboard without its letters. Stemmers know endings by their accents ('sécurité', 'prevención'), so that the plain word has
/// another stem than the true one, and nothing in it says which. Texts are indexed once, by what they have; a query tries the other spelling as well.
/// </summary>
public sealed class PlainSpelling
{
    internal static readonly PlainSpelling German = new("ä=ae ö=oe ü=ue", "");

    internal static readonly PlainSpelling Swedish = new("å=aa ä=ae ö=oe", "löst");

    internal static readonly PlainSpelling Danish = new("å=aa æ=ae ø=oe", "løst");

    internal static readonly PlainSpelling French = new("", "é ée és ées ité ités ière ières èrent");

    internal static readonly PlainSpelling Spanish = new("", "ción ía ías ían");

    internal static readonly PlainSpelling Italian = new("", "ità erà irà erò irò");

    internal static readonly PlainSpelling Portuguese = new("", "ão ção ções ável ível ência ências ância ária árias");

    private readonly (string Letter, string Plain)[] _letters;
    private readonly (string Ending, string Plain)[] _endings;

    /// <param name="letters">Letters with what is typed for them, such as <c>ä=ae</c>.</param>
    /// <param name="endings">Endings by whose accents words are stemmed.</param>
    internal PlainSpelling(string letters, string endings)
    {
        _letters = [.. letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair[..1], pair[2..]))];
        _endings = [.. endings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ending => (ending, Folding.Fold(ending))).OrderByDescending(pair => pair.ending.Length)];
    }

    /// <summary>The plain spelling of a word with accents; the likely accents of one that has none.</summary>
    /// <param name="word">In lower case.</param>
    public string Other(string word) => System.Text.Ascii.IsValid(word) ? Accented(word) : Plain(word);

    private string Plain(string word)
    {
        foreach (var (letter, plain) in _letters)
        {
            word = word.Replace(letter, plain, StringComparison.Ordinal);
        }

        return Folding.Fold(word);
    }

    private string Accented(string word)
    {
        foreach (var (letter, plain) in _letters)
        {
            word = WithLetter(word, letter, plain);
        }

        foreach (var (ending, plain) in _endings)
        {
            if (word.Length > plain.Length + 1 && word.EndsWith(plain, StringComparison.Ordinal))
            {
                return string.Concat(word.AsSpan(0, word.Length - plain.Length), ending);
            }
        }

        return word;
    }

    /// <summary>After a vowel or q the same letters are not meant: 'neue', 'Quelle'.</summary>
    private static string WithLetter(string word, string letter, string plain)
    {
        for (var at = 0; (at = word.IndexOf(plain, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (at == 0 || !"aeiouq".Contains(word[at - 1]))
            {
                word = string.Concat(word.AsSpan(0, at), letter, word.AsSpan(at + plain.Length));
            }
        }

        return word;
    }
}
