namespace Portal.Benchmarks.Generated;

/// <summary>What is searched for: kinds of queries that cost differently, the same words at every size of the index.</summary>
internal static class SearchQueries
{
    private const int PrefixLetters = 3;
    private const string Letters = "bdfghjklmnprstvz";

    private static readonly Range Common = ..50;
    private static readonly Range Middle = 200..2_000;
    private static readonly Range Rare = 10_000..Vocabulary.Size;

    public static readonly IReadOnlyList<string> Kinds = ["rare word", "common word", "two words", "three words", "and", "or", "phrase", "prefix", "fuzzy"];

    /// <summary>A number of queries of each kind, by turns.</summary>
    public static IEnumerable<(string Kind, string Query)> Of(int each)
    {
        var random = new Random(1234);
        for (var number = 0; number < each; number++)
        {
            foreach (var kind in Kinds)
            {
                yield return (kind, Query(kind, random));
            }
        }
    }

    // Even in 10,000 sections the words stand together somewhere: a query that no section answers is searched again with fewer words, and is another kind.
    private static string Query(string kind, Random random) => kind switch
    {
        "rare word" => Word(Rare, random),
        "common word" => Word(Common, random),
        "two words" => $"{Word(Common, random)} {Word(Middle, random)}",
        "three words" => $"{Word(Common, random)} {Word(Common, random)} {Word(Middle, random)}",
        "and" => $"{Word(Common, random)} AND {Word(Common, random)}",
        "or" => $"{Word(Common, random)} OR {Word(Middle, random)}",
        "phrase" => $"\"{Word(Common, random)} {Word(Common, random)}\"",
        "prefix" => Word(Middle, random)[..PrefixLetters] + "*",
        "fuzzy" => Mistyped(Word(Middle, random), random) + "~",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
    };

    private static string Word(Range ranks, Random random)
    {
        var (first, count) = ranks.GetOffsetAndLength(Vocabulary.Size);
        return GeneratedContent.Vocabulary[random.Next(first, first + count)];
    }

    // The third letter is a consonant in every word.
    private static string Mistyped(string word, Random random) => $"{word[..2]}{Letters[random.Next(Letters.Length)]}{word[3..]}";
}
