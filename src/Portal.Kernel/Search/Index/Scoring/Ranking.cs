namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>
/// The numbers that decide what comes first. BM25F (Robertson, Zaragoza: 'The Probabilistic Relevance Framework', 2009): a term's frequencies are weighted by
/// field and by the field's length, added up, and saturated once.
/// </summary>
internal static class Ranking
{
    public const float Title = 4;
    public const float Heading = 3;
    public const float Body = 1;

    /// <summary>How soon more of the same word counts no more.</summary>
    public const float K1 = 1.2f;

    /// <summary>How much a long text has to give way to a short one; in titles and headings, where length says less, about half as much.</summary>
    public const float LengthOfBody = 0.75f;
    public const float LengthOfNames = 0.4f;

    /// <summary>What a neighbour of the same order is worth, in shares of the rarer word's weight.</summary>
    public const float Nearness = 0.5f;

    /// <summary>Places between two words beyond which they are not near.</summary>
    public const int Near = 8;

    /// <summary>Items that are looked at for nearness.</summary>
    public const int LookedAt = 200;

    /// <summary>Of a near spelling with one wrong letter, with two.</summary>
    public static readonly float[] Misspelt = [1, 0.7f, 0.4f];

    /// <summary>Of a compound that has the word as a part; of the parts of a compound that was typed.</summary>
    public const float InCompound = 0.6f;
    public const float Parts = 0.5f;

    /// <summary>Words from which a query is so long that sections with some of them answer it too, when those with all do not fill a page.</summary>
    public const int LongQuery = 3;

    /// <summary>When no section has all words: the share of the words of the section that has most which the others need.</summary>
    public const int OneIn = 5;

    /// <summary>What a section that has all words is ahead by: more than any score.</summary>
    public const float AllOfIt = 1000;

    public static float Rarity(long sections, long found) => (float)Math.Log(1 + ((sections - found + 0.5) / (found + 0.5)));
}
