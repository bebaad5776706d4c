using Portal.Kernel.Search.Analysis.Stemming;
using Portal.Kernel.Search.Analysis.Stemming.Germanic;
using Portal.Kernel.Search.Analysis.Stemming.Romance;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Search.Analysis;

/// <summary>
/// Every stemmer is held against the Snowball stemmer in PostgreSQL 15, word by word. The files in Stems are words of the language, evenly drawn from its
/// dictionary, each with PostgreSQL's answer.
/// </summary>
public sealed class StemmerTests
{
    private static readonly Dictionary<string, Func<string, string>> Stemmers = new(StringComparer.Ordinal)
    {
        ["danish"] = DanishStemmer.Stem,
        ["dutch"] = DutchStemmer.Stem,
        ["english"] = EnglishStemmer.Stem,
        ["finnish"] = FinnishStemmer.Stem,
        ["french"] = FrenchStemmer.Stem,
        ["german"] = GermanStemmer.Stem,
        ["italian"] = ItalianStemmer.Stem,
        ["norwegian"] = NorwegianStemmer.Stem,
        ["portuguese"] = PortugueseStemmer.Stem,
        ["spanish"] = SpanishStemmer.Stem,
        ["swedish"] = SwedishStemmer.Stem,
    };

    public static TheoryData<string> Languages => [.. Stemmers.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Stem_WordsOfTheLanguage_AreSnowballs(string language)
    {
        var lines = File.ReadAllLines(Fixture(language));
        Assert.True(lines.Length >= 3000);
        var stem = Stemmers[language];
        Assert.Equal([], lines.Where(line => line != Line(line, stem)).Select(line => $"{line}, ours: {Line(line, stem)}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Stem_WordsOfTheLanguage_AreThisPostgresqls(string language)
    {
        Assert.SkipUnless(PostgresCluster.Missing is null, PostgresCluster.Missing ?? "");
        var cluster = await PostgresCluster.SharedAsync();
        var lines = await File.ReadAllLinesAsync(Fixture(language), TestContext.Current.CancellationToken);

        // A dictionary of our own, since PostgreSQL's has stop words, for which it gives no stem.
        var answer = await cluster.SqlAsync($"""
            create text search dictionary pg_temp.words (template = snowball, language = {language});
            select word || E'\t' || (ts_lexize('pg_temp.words', word))[1]
            from unnest(string_to_array('{string.Join(' ', lines.Select(Word))}', ' ')) with ordinality as all_words (word, place) order by place
            """);
        Assert.Equal(lines, answer.Split('\n'));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Stem_OddWords_AreNoErrorAndNotEmptied(string language)
    {
        string[] odd = ["a", "y", "'", "e", "i", "n", "ss", "qu", "ïï", "ëëë", "yyy", "ãõ", "ßß", "sen", "ement", "heden", "клиентами", "日本", "covid19", "🙂", new string('e', 64)];
        Assert.All(odd, word => Assert.True(Stemmers[language](word).Length > 0 || word.All(letter => letter is '\'')));
        Assert.Equal("", Stemmers[language](""));
    }

    // What marks hits passes over the words of a text that begin otherwise than those that were asked for.
    [Theory]
    [MemberData(nameof(Languages))]
    public void Stem_WordThatBeginsWithAPlainLetter_KeepsIt(string language)
        => Assert.All(File.ReadAllLines(Fixture(language)).Select(Word).Where(word => char.IsAscii(word[0])), word => Assert.Equal(word[0], Stemmers[language](word)[0]));

    private static string Fixture(string language) => Path.Combine(AppContext.BaseDirectory, "Search", "Analysis", "Stems", $"{language}.txt");

    private static string Word(string line) => line[..line.IndexOf('\t', StringComparison.Ordinal)];

    private static string Line(string line, Func<string, string> stem) => $"{Word(line)}\t{stem(Word(line))}";
}
