namespace Portal.Kernel.Search.Analysis;

/// <summary>
/// The letters that some words begin with. No folding and no stemmer changes the first letter of a word that begins with a plain one (a to z, 0 to 9), so a word of
/// a text that begins with another need not be looked at. What begins otherwise always has to be.
/// </summary>
/// <param name="words">Folded words or stems.</param>
internal sealed class FirstLetters(IEnumerable<string> words)
{
    private readonly UInt128 _letters = words.Where(word => word.Length > 0 && char.IsAscii(word[0])).Aggregate(UInt128.Zero, (letters, word) => letters | (UInt128.One << word[0]));

    public bool Has(char first) => !char.IsAscii(first) || (_letters >> (char.IsAsciiLetterUpper(first) ? first | 0x20 : first) & 1) != 0;
}
