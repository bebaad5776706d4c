using System.Collections.Frozen;
using Portal.Kernel.Search.Analysis.Stemming;
using Portal.Kernel.Search.Analysis.Stemming.Germanic;
using Portal.Kernel.Search.Analysis.Stemming.Romance;

namespace Portal.Kernel.Search.Analysis;

/// <summary>What analysis has to know of a language. To add one: a stemmer, its stop words, and a line in <see cref="All"/>.</summary>
/// <param name="Codes">Primary subtags of BCP 47.</param>
/// <param name="Stem">From a word in lower case, with its accents, to what its forms have in common.</param>
/// <param name="StopWords">Folded.</param>
/// <param name="Spelling">How it is written where its accents are not; null where their folding does not change the stem.</param>
public sealed record Language(IReadOnlyList<string> Codes, Func<string, string> Stem, FrozenSet<string> StopWords, PlainSpelling? Spelling = null)
{
    /// <summary>An accent in English is an ornament: it goes before the stem is taken.</summary>
    public static readonly Language English = new(["en"], word => EnglishStemmer.StemAnySpelling(Folding.Fold(word)), FunctionWords.English);

    /// <summary>Any language that is not registered: its words are found as they are.</summary>
    public static readonly Language Other = new([""], word => word, FrozenSet<string>.Empty);

    public static readonly IReadOnlyList<Language> All =
    [
        English,
        new(["de"], GermanStemmer.Stem, FunctionWords.German, PlainSpelling.German),
        new(["fr"], FrenchStemmer.Stem, FunctionWords.French, PlainSpelling.French),
        new(["nl"], DutchSpelling.StemAnyNumber, FunctionWords.Dutch),
        new(["sv"], SwedishStemmer.Stem, FunctionWords.Swedish, PlainSpelling.Swedish),
        new(["es"], SpanishStemmer.Stem, FunctionWords.Spanish, PlainSpelling.Spanish),
        new(["it"], ItalianStemmer.Stem, FunctionWords.Italian, PlainSpelling.Italian),
        new(["da"], DanishStemmer.Stem, FunctionWords.Danish, PlainSpelling.Danish),
        new(["no", "nb", "nn"], NorwegianStemmer.Stem, FunctionWords.Norwegian, PlainSpelling.Danish),
        new(["fi"], FinnishStemmer.Stem, FunctionWords.Finnish),
        new(["pt"], PortugueseStemmer.Stem, FunctionWords.Portuguese, PlainSpelling.Portuguese),
        Other,
    ];
}
