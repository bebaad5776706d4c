using Portal.Kernel.Search.Analysis;
using Xunit;

namespace Portal.Tests.Search.Analysis;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("Prisons, probation; police!", "prison probat polic")]
    [InlineData("Café NAÏVE Ångström Łódź Straße Œuvre Þór Đakovo", "cafe naiv angstrom lodz strass oeuvr thor dakovo")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("client's clients’ don't O’Brien", "client client dont obrien")]
    [InlineData("ﬁnding ＡＢＣ ½ m² x\u00ADray", "find abc 12 m2 xray")]
    [InlineData("ΣΊΣΥΦΟΣ Σίσυφος", "σισυφοσ σισυφοσ")]
    [InlineData("§ 15 and §16", "§ 15 and § 16")]
    [InlineData("18–19 May, 3.5", "18 19 may 3 5")]
    [InlineData("한국어 日本", "한국어 日本")]
    [InlineData("\U0001D400\U0001D401 😀 a\U0001F600b", "ab a b")]
    [InlineData("\uD800 \uDC00x\uD800y", "x y")]
    [InlineData("--/ & - ' ’ \0 \u200F", "")]
    [InlineData("", "")]
    public void Analyze_Words_AreFoldedAndStemmed(string text, string expected)
        => Assert.Equal(expected, string.Join(' ', TextAnalyzer.Default.Analyze(text).Where(token => token.Parts == 1).Select(token => token.Word.Term)));

    [Theory]
    [InlineData("multi-agency", "multiagency:0 multi:0 agency:1")]
    [InlineData("P/CVE work", "pcve:0 p:0 cve:1 work:2")]
    [InlineData("H&SC", "hsc:0 h:0 sc:1")]
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
    [InlineData("de", "practices", "practices")]
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
}
