namespace Portal.Benchmarks.Generated;

/// <summary>
/// Words that do not exist, drawn as the content words of a language are: by Zipf's law as Mandelbrot mended it, p ~ 1 / (rank + 100). A text's function words, which the index leaves
/// out, are not among them; the most common word is in one section of five.
/// </summary>
internal sealed class Vocabulary
{
    public const int Size = 30_000;

    private const int Offset = 100;
    private const string Consonants = "bdfghjklmnprstvz";
    private const string Vowels = "aeiou";
    private const string Ends = "nrltk";

    private readonly string[] _words = [.. Enumerable.Range(0, Size).Select(Word)];
    private readonly double[] _upTo = new double[Size];

    public Vocabulary()
    {
        var sum = 0.0;
        for (var rank = 0; rank < Size; rank++)
        {
            _upTo[rank] = sum += 1.0 / (rank + 1 + Offset);
        }
    }

    /// <summary>By rank from 0, the most common.</summary>
    public string this[int rank] => _words[rank];

    public string Draw(Random random)
    {
        var at = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return _words[Math.Min(Size - 1, at < 0 ? ~at : at)];
    }

    // Two syllables for the common ones, three for the others; every rank a different word.
    private static string Word(int rank)
    {
        var syllables = Consonants.Length * Vowels.Length;
        var word = Syllable(rank % syllables) + Syllable(rank / syllables % syllables);
        return word + (rank < syllables * syllables ? "" : Syllable(rank / (syllables * syllables))) + Ends[rank % Ends.Length];
    }

    private static string Syllable(int number) => $"{Consonants[number % Consonants.Length]}{Vowels[number / Consonants.Length]}";
}
