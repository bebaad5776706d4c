namespace Portal.Kernel.Search.Analysis.Stemming.Germanic;

/// <summary>A word being stemmed. A 'y' that is a consonant is written 'Y' meanwhile.</summary>
internal ref struct EnglishWord
{
    private readonly Span<char> _letters;
    private readonly int _r1;
    private readonly int _r2;

    /// <param name="buffer">At least one longer than the word.</param>
    public EnglishWord(string word, Span<char> buffer)
    {
        _letters = buffer;
        var letters = word[0] == '\'' ? word.AsSpan(1) : word;
        letters.CopyTo(_letters);
        Length = letters.Length;
        for (var i = 0; i < Length; i++)
        {
            if (_letters[i] == 'y' && (i == 0 || IsVowel(_letters[i - 1])))
            {
                _letters[i] = 'Y';
            }
        }

        _r1 = letters.StartsWith("gener") || letters.StartsWith("arsen") ? 5 : letters.StartsWith("commun") ? 6 : RegionAfter(0);
        _r2 = RegionAfter(_r1);
    }

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Span => _letters[..Length];

    public readonly char this[System.Index index] => _letters[index.GetOffset(Length)];

    public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    public readonly bool Ends(string ending) => _letters[..Length].EndsWith(ending);

    public readonly bool InR1(int ending) => Length - ending >= _r1;

    public readonly bool InR2(int ending) => Length - ending >= _r2;

    /// <summary>The letter before an ending, or none.</summary>
    public readonly char Before(int ending) => Length > ending ? _letters[Length - ending - 1] : '\0';

    public readonly bool HasVowelBefore(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (IsVowel(_letters[i]))
            {
                return true;
            }
        }

        return false;
    }

    public readonly bool EndsInDouble() => Length > 1 && this[^1] == this[^2] && this[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    public readonly bool IsShort() => Length <= _r1 && EndsInShortSyllable(Length);

    /// <summary>Consonant, vowel, consonant other than w, x and Y; or, as a whole word, vowel and consonant.</summary>
    public readonly bool EndsInShortSyllable(int end)
        => end == 2
            ? IsVowel(_letters[0]) && !IsVowel(_letters[1])
            : end > 2 && !IsVowel(_letters[end - 3]) && IsVowel(_letters[end - 2]) && !IsVowel(_letters[end - 1]) && _letters[end - 1] is not ('w' or 'x' or 'Y');

    public void Replace(int ending, string instead)
    {
        Length -= ending;
        instead.CopyTo(_letters[Length..]);
        Length += instead.Length;
    }

    public override readonly string ToString() => _letters[..Length].ToString().Replace('Y', 'y');

    private readonly int RegionAfter(int start)
    {
        for (var i = start + 1; i < Length; i++)
        {
            if (IsVowel(_letters[i - 1]) && !IsVowel(_letters[i]))
            {
                return i + 1;
            }
        }

        return Length;
    }
}
