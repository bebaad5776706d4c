using System.Collections.Frozen;
using Portal.Kernel.Search.Analysis.Stemming;

namespace Portal.Kernel.Search.Analysis;

/// <summary>What analysis has to know of a language. To add one: a stemmer, its stop words (folded), and a line in <see cref="All"/>.</summary>
/// <param name="Code">The primary subtag of BCP 47.</param>
/// <param name="Stem">From a folded word to what its forms have in common.</param>
public sealed record Language(string Code, Func<string, string> Stem, FrozenSet<string> StopWords)
{
    public static readonly Language English = new("en", EnglishStemmer.StemAnySpelling, EnglishStopWords.All);

    /// <summary>Any language that is not registered: its words are found as they are.</summary>
    public static readonly Language Other = new("", word => word, FrozenSet<string>.Empty);

    public static readonly IReadOnlyList<Language> All = [English, Other];
}
