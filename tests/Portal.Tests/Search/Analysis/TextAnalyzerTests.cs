using Portal.Kernel.Search.Analysis;
using Xunit;

namespace Portal.Tests.Search.Analysis;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("Prisons, probation; police!", "prison probat polic")]
    [InlineData("Café NAÏVE Ångström Łódź Straße Œuvre Þór Đakovo", "cafe naiv angstrom lodz strass oeuvr thor dakovo")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("client's clients’ don't O’Brien", "client client dont o brien")]
    [InlineData("ﬁnding ＡＢＣ ½ m² x\u00ADray", "find abc 12 m2 xray")]
    [InlineData("ΣΊΣΥΦΟΣ Σίσυφος", "σισυφοσ σισυφοσ")]
    [InlineData("§ 15 and §16", "§ 15 and § 16")]
    [InlineData("18–19 May, 3.5", "18 19 may 3 5")]
    [InlineData("한국어 日本", "한국어 日本")]
    [InlineData("\U0001D400\U0001D401 😀 a\U0001F600b", "ab a b")]
    [InlineData("\uD800 \uDC00x\uD800y", "x y")]
    [InlineData("İstanbul ISPARTA ıspanak", "istanbul isparta ispanak")]
    [InlineData("السَّلامُ עֲלֵיכֶם צה\"ל", "السلام עליכם צהל")]
    [InlineData("co\u00ADop\u2060era a\u200Bb 👩‍👩‍👧 1️⃣ 🇪🇺", "coopera a b 1")]
    [InlineData("カタカナ ひら が", "カタカナ ひら が")]
    [InlineData("किताब ที่", "किताब ที่")]
    [InlineData("--/ & - ' ’ \0 \u200F", "")]
    [InlineData("", "")]
    public void Analyze_Words_AreFoldedAndStemmed(string text, string expected)
        => Assert.Equal(expected, string.Join(' ', TextAnalyzer.Default.Analyze(text).Where(token => token.Parts == 1).Select(token => token.Word.Term)));

    [Theory]
    [InlineData("multi-agency", "multiagency:0 multi:0 agency:1")]
    [InlineData("l'école aujourd’hui", "lecole:0 l:0 ecole:1 aujourdhui:2 aujourd:2 hui:3")]
    [InlineData("dell'Unione O'Brien's", "dellunione:0 dell:0 unione:1 obrien:2 o:2 brien:3")]
    [InlineData("don't we're I'LL client's", "dont:0 were:1 ill:2 client:3")]
    [InlineData("the U.S. e.g. end.Begin", "the:0 us:1 u:1 s:2 eg:3 e:3 g:4 endbegin:5 end:5 begin:6")]
    [InlineData("1,000 2.500.000 3.5 1,50 18.05.2024", "1000:0 1:0 000:1 2500000:2 2:2 500:3 000:4 3:5 5:6 1:7 50:8 18:9 05:10 2024:11")]
    [InlineData("snake_case EU:s 5:30 covid-19 10’000", "snakecase:0 snake:0 case:1 eu:2 s:3 5:4 30:5 covid19:6 covid:6 19:7 10000:8 10:8 000:9")]
    [InlineData("Type C § 15 StGB", "type:0 c:1 §:2 15:3 stgb:4")]
    [InlineData("日本語", "日本語:0 日本:0 本語:1")]
    [InlineData("PC版で 日本国憲法前文", "pc:0 版で:1 日本:2 本国:3 国憲:4 憲法:5 法前:6 前文:7")]
    [InlineData("ภาษา 字", "ภาษา:0 ภา:0 าษ:1 ษา:2 字:3")]
    [InlineData("P/CVE work", "pcve:0 p:0 cve:1 work:2")]
    [InlineData("H&SC", "hsc:0 h:0 sc:1")]
    [InlineData("type-d", "typed:0 type:0 d:1")]
    [InlineData("non\u2011violent", "nonviolent:0 non:0 violent:1")]
    [InlineData("a-b-c-d-e", "a:0 b:1 c:2 d:3 e:4")]
    [InlineData("well- known -x y/ z", "well:0 known:1 x:2 y:3 z:4")]
    public void Analyze_Compounds_AreThereWholeAndInParts(string text, string expected)
        => Assert.Equal(expected, string.Join(' ', TextAnalyzer.Default.Analyze(text).Select(token => $"{token.Word.Folded}:{token.Position}")));

    [Fact]
    public void Analyze_Tokens_StandWhereTheTextHasThem()
    {
        const string Text = "😀 Café-goers’ \"Straße\"";
        var words = TextAnalyzer.Default.Analyze(Text).Select(token => Text.Substring(token.Start, token.Length));
        Assert.Equal(["Café-goers", "Café", "goers", "Straße"], words);
    }

    [Theory]
    [InlineData("en", "practices", "practic")]
    [InlineData("en-GB", "practices", "practic")]
    [InlineData("EN", "practices", "practic")]
    [InlineData("pl", "practices", "practices")]
    [InlineData("de-AT", "Begleitungen", "begleit")]
    [InlineData("fr", "Prévention", "prevent")]
    [InlineData("nl", "gezinnen", "gezin")]
    [InlineData("nl", "huizen", "huis")]
    [InlineData("nl", "brieven", "brief")]
    [InlineData("sv", "förebyggande", "forebygg")]
    [InlineData("es", "prevención", "prevencion")]
    [InlineData("it", "città", "citt")]
    [InlineData("da", "frivillige", "frivil")]
    [InlineData("nb", "frivillige", "frivil")]
    [InlineData("nn", "frivillige", "frivil")]
    [InlineData("fi", "talossa", "talo")]
    [InlineData("pt", "organizações", "organiz")]
    [InlineData("", "practices", "practices")]
    [InlineData("english", "practices", "practices")]
    public void For_Language_StemsItsOwn(string language, string word, string term)
        => Assert.Equal(term, TextAnalyzer.For(language).WordOf(word).Term);

    [Fact]
    public void Analyze_VeryLongWord_IsCutTheSameWayEverywhere()
    {
        var word = new string('x', 500);
        Assert.Equal(Folding.MaxLength, Assert.Single(TextAnalyzer.Default.Analyze(word)).Word.Folded.Length);
        Assert.Equal(TextAnalyzer.Default.WordOf(word), TextAnalyzer.Default.WordOf(word + "yz"));
    }

    [Theory]
    [InlineData("de", "begleit|begleitung")]
    [InlineData("en", "begleitung")]
    [InlineData("pl", "begleitung")]
    [InlineData("fi", "begleitung")]
    public void ForQuery_Language_GivesItsOwnFirstThenEnglishAndPlain(string language, string terms)
    {
        var analyzers = TextAnalyzer.ForQuery(language);
        Assert.Equal(analyzers.Distinct(), analyzers);
        Assert.Same(TextAnalyzer.For(language), analyzers[0]);
        Assert.Contains(TextAnalyzer.Default, analyzers);
        Assert.Contains(TextAnalyzer.For(""), analyzers);
        Assert.Subset(terms.Split('|').ToHashSet(StringComparer.Ordinal), analyzers.Select(analyzer => analyzer.WordOf("Begleitung").Term).ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("fr", "sécurité", "securite")]
    [InlineData("fr", "privées", "privees")]
    [InlineData("es", "prevención", "prevencion")]
    [InlineData("es", "policía", "policia")]
    [InlineData("it", "comunità", "comunita")]
    [InlineData("pt", "prevenção", "prevencao")]
    [InlineData("pt", "responsável", "responsavel")]
    [InlineData("de", "Prävention", "Praevention")]
    [InlineData("de", "Prävention", "Pravention")]
    [InlineData("de", "Straße", "Strasse")]
    [InlineData("da", "børn", "boern")]
    [InlineData("no", "ungdomsarbeidere på", "ungdomsarbeidere paa")]
    [InlineData("sv", "våld", "vald")]
    [InlineData("fr", "cœur", "coeur")]
    [InlineData("en", "naïve cafés", "naive cafes")]
    public void ForQuery_AccentsLeftOutOrTyped_FindOneAnother(string language, string accented, string plain)
    {
        Assert.All(accented.Split(' ').Zip(plain.Split(' ')), pair =>
        {
            Assert.Contains(TextAnalyzer.For(language).WordOf(pair.First).Term, TextAnalyzer.ForQuery(language).Select(analyzer => analyzer.WordOf(pair.Second).Term));
            Assert.Contains(TextAnalyzer.For(language).WordOf(pair.Second).Term, TextAnalyzer.ForQuery(language).Select(analyzer => analyzer.WordOf(pair.First).Term));
        });
    }

    [Theory]
    [InlineData("de", "die und für Prävention", "die und für")]
    [InlineData("fr", "à l'école", "à l")]
    [InlineData("en", "to be able to respond", "to be to")]
    [InlineData("en", "exit", "")]
    [InlineData("pl", "to be", "")]
    public void Analyze_WordsOfGrammar_AreStopWordsOfTheirLanguage(string language, string text, string stops)
        => Assert.Equal(stops, string.Join(' ', TextAnalyzer.For(language).Analyze(text).Where(token => token.Word.IsStop).Select(token => text.Substring(token.Start, token.Length))));

    [Fact]
    public void Analyze_LettersWithoutGaps_StandWhereTheTextHasThem()
    {
        const string Text = "𠀀𠀁語 ที่ดี";
        var words = TextAnalyzer.Default.Analyze(Text).Where(token => token.Parts == 1).Select(token => Text.Substring(token.Start, token.Length));
        Assert.Equal(["𠀀𠀁", "𠀁語", "ที่ดี"], words);
    }
}
