namespace Portal.Kernel.Search.Analysis.Stemming;

/// <summary>
/// A word being stemmed, in lower case with its accents. The regions are where endings may be taken off: <see cref="R1"/> is what follows the first consonant
/// after a vowel, <see cref="R2"/> the same within R1, <see cref="RV"/> what the Romance languages have for verbs. A region that the word does not have begins at
/// its end. Letters that only look like vowels are written as capitals meanwhile.
/// </summary>
internal ref struct StemWord
{
    private readonly Span<char> _letters;
    private readonly string _vowels;

    /// <param name="buffer">Longer than the word by <see cref="Room"/>.</param>
    public StemWord(ReadOnlySpan<char> word, Span<char> buffer, string vowels)
    {
        word.CopyTo(buffer);
        _letters = buffer;
        _vowels = vowels;
        Length = word.Length;
        R1 = R2 = RV = Length;
    }

    /// <summary>Letters by which a word may grow while it is stemmed.</summary>
    public const int Room = 8;

    public int Length { get; private set; }

    public int R1 { get; private set; }

    public int R2 { get; private set; }

    public int RV { get; set; }

    public readonly Span<char> Span => _letters[..Length];

    public readonly bool IsVowel(int at) => at >= 0 && at < Length && _vowels.Contains(_letters[at]);

    public readonly bool IsConsonant(int at) => at >= 0 && at < Length && !_vowels.Contains(_letters[at]);

    public readonly bool IsVowelBefore(int ending) => IsVowel(Length - ending - 1);

    public readonly bool IsConsonantBefore(int ending) => IsConsonant(Length - ending - 1);

    /// <summary>The letter before an ending, or none.</summary>
    public readonly char Before(int ending) => Length > ending ? _letters[Length - ending - 1] : '\0';

    public readonly bool Ends(string ending) => Span.EndsWith(ending);

    /// <summary>Whether these letters stand before an ending.</summary>
    public readonly bool Ends(string letters, int before) => Length >= before && _letters[..(Length - before)].EndsWith(letters);

    public readonly bool InR1(int ending) => Length - ending >= R1;

    public readonly bool InR2(int ending) => Length - ending >= R2;

    public readonly bool InRV(int ending) => Length - ending >= RV;

    /// <summary>The longest of these endings that the word has, which decides even when it then may not be taken off.</summary>
    /// <param name="from">Where the ending may begin at the earliest.</param>
    public readonly Ending Longest(Endings endings, int from = 0) => from < Length ? endings.Of(_letters[from..Length]) : default;

    public void Cut(int ending) => Length -= ending;

    public void Replace(int ending, string instead)
    {
        Length -= ending;
        instead.CopyTo(_letters[Length..]);
        Length += instead.Length;
    }

    public bool CutIf(bool may, int ending)
    {
        Length -= may ? ending : 0;
        return may;
    }

    /// <summary>Cuts these letters when the word ends in them and they are in R2.</summary>
    public bool CutInR2(string ending) => Ends(ending) && CutIf(InR2(ending.Length), ending.Length);

    /// <summary>Cuts the longest of these endings when it is in R2; what was cut.</summary>
    public Ending CutInR2(Endings endings)
    {
        var ending = Longest(endings);
        return CutIf(InR2(ending.Length), ending.Length) ? ending : default;
    }

    public bool ReplaceIf(bool may, int ending, string instead)
    {
        if (may)
        {
            Replace(ending, instead);
        }

        return may;
    }

    public void RemoveAt(int at)
    {
        _letters[(at + 1)..Length].CopyTo(_letters[at..]);
        Length--;
    }

    /// <param name="least">Letters that stay before R1 in any case.</param>
    public void MarkR1AndR2(int least = 0)
    {
        R1 = RegionAfter(0);
        R2 = RegionAfter(R1);
        R1 = Math.Max(R1, least);
    }

    /// <summary>The verbs' region of Spanish, Italian and Portuguese.</summary>
    public void MarkRomanceVerb()
    {
        var found = IsConsonant(1) ? Find(2, vowel: true) : IsVowel(0) && IsVowel(1) ? Find(2, vowel: false) : Length > 2 ? 2 : -1;
        RV = found < 0 ? Length : found + 1;
    }

    /// <summary>The place of the first vowel or consonant from here on, or -1.</summary>
    public readonly int Find(int from, bool vowel)
    {
        for (var i = from; i < Length; i++)
        {
            if (IsVowel(i) == vowel)
            {
                return i;
            }
        }

        return -1;
    }

    public override readonly string ToString() => Span.ToString();

    private readonly int RegionAfter(int start)
    {
        var vowel = Find(start, vowel: true);
        var consonant = vowel < 0 ? -1 : Find(vowel + 1, vowel: false);
        return consonant < 0 ? Length : consonant + 1;
    }
}
