using System.Text.RegularExpressions;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Queries;
using Portal.Kernel.Search.Snippets;
using Xunit;

namespace Portal.Tests.Search.Snippets;

public sealed partial class SnippetMakerTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Range(0, 60).Select(i => i == 0 ? "Word0" : $"word{i}"));

    [Theory]
    [InlineData("mentor", "A mentor helps.", "A <mark>mentor</mark> helps.")]
    [InlineData("mentoring", "Mentors mentored.", "<mark>Mentors</mark> <mark>mentored</mark>.")]
    [InlineData("cafe", "A Café’s door.", "A <mark>Café’s</mark> door.")]
    [InlineData("strasse", "Straße", "<mark>Straße</mark>")]
    [InlineData("multi-agency", "For multi-agency work.", "For <mark>multi-agency</mark> work.")]
    [InlineData("multiagency", "For multi-agency work.", "For <mark>multi-agency</mark> work.")]
    [InlineData("agency", "For multi-agency work.", "For multi-<mark>agency</mark> work.")]
    [InlineData("\"exit work\"", "Work to exit. Exit work.", "Work to exit. <mark>Exit</mark> <mark>work</mark>.")]
    [InlineData("exit -work", "Exit work.", "<mark>Exit</mark> work.")]
    [InlineData("script", "<script>alert('x & y')</script>", "&lt;<mark>script</mark>&gt;alert(&#39;x &amp; y&#39;)&lt;/<mark>script</mark>&gt;")]
    [InlineData("mark", "<mark>\"x\"</mark>", "&lt;<mark>mark</mark>&gt;&quot;x&quot;&lt;/<mark>mark</mark>&gt;")]
    [InlineData("other", "Nothing of it.\nSecond line.", "Nothing of it. Second line.")]
    [InlineData("x", "", "")]
    public void Make_Hits_AreMarkedAndTheRestIsEscaped(string query, string text, string expected)
        => Assert.Equal(expected, Make(query, text));

    [Fact]
    public void Make_LongText_ShowsTheSentencesWithMostOfTheQuery()
    {
        var text = $"{Long}. The prison is old. {Long}. Prison and probation meet. They talk e.g. of trust. {Long}.";
        Assert.Equal("<mark>Prison</mark> and <mark>probation</mark> meet. They talk e.g. of trust.", Make("prison probation", text));
    }

    [Fact]
    public void Make_SentenceTooLong_IsCutBetweenWordsWithEllipses()
    {
        var snippet = Make("mentor", $"{Long} mentor {Long}.");
        Assert.Matches("^…word[0-9]+ .*<mark>mentor</mark> .* word[0-9]+…$", snippet);
        Assert.InRange(Plain(snippet).Length, 150, SnippetMaker.Length + 2);
    }

    [Fact]
    public void Make_NoHit_ShowsTheBeginning() => Assert.StartsWith("Word0 word1", Make("other", $"{Long}."), StringComparison.Ordinal);

    [Fact]
    public void Make_RandomTexts_KeepTheirCharactersWhole()
    {
        var random = new Random(4);
        string[] pieces = ["mentor", "😀", " ", ". ", "\n", "<b>", "e\u0301", new string('x', 300), string.Concat(Enumerable.Repeat("😀", 200)), "P/CVE", "&", "mentor-mentor", "Éa "];
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(random.GetItems(pieces, random.Next(0, 40)));
            var snippet = Make("mentor pcve b", text);
            Assert.DoesNotContain("\uFFFD", System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(snippet)), StringComparison.Ordinal);
            Assert.InRange(Plain(snippet).Length, 0, SnippetMaker.Length + 2);
            Assert.Contains(Plain(snippet).Trim('…'), text.Replace('\n', ' '), StringComparison.Ordinal);
        }
    }

    // Every pair of hits is weighed: all of a text of nothing but hits would take minutes.
    [Fact]
    public void Find_InATextOfNothingButHits_LooksAtTheFirstOnly()
    {
        var text = string.Join(' ', Enumerable.Repeat("mentor", 100_000));
        var hits = new HitFinder(QueryParser.Parse("mentor")).Find(text, "en");
        Assert.Equal(300, hits.Count);
        Assert.Equal(0, hits[0].Start);
        Assert.Contains("<mark>mentor</mark>", SnippetMaker.Make(text, hits), StringComparison.Ordinal);
    }

    private static string Make(string query, string text)
        => SnippetMaker.Make(text, new HitFinder(QueryParser.Parse(query)).Find(text, "en"));

    private static string Plain(string snippet) => System.Net.WebUtility.HtmlDecode(Tags.Replace(snippet, ""));

    [GeneratedRegex("</?mark>")]
    private static partial Regex Tags { get; }
}
