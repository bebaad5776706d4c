using System.Text.RegularExpressions;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Queries;
using Portal.Kernel.Search.Snippets;
using Xunit;

namespace Portal.Tests.Search.Snippets;

public sealed partial class SnippetMakerTests
{
    private static readonly QueryContext Context = new()
    {
        Synonyms = new Synonyms([["MAW", "multi-agency working"]]),
        Facets = new FacetNames([new FacetName("country", "Country", [new FacetLabel("be", "Belgium")])]),
    };

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
    [InlineData("\"exit work\"", "Exit of work. Exit-work.", "Exit of work. <mark>Exit-work</mark>.")]
    [InlineData("\"exit work\"", "EXIT other work", "EXIT other work")]
    [InlineData("émile", "Emile, Émile, emile’s", "<mark>Emile</mark>, <mark>Émile</mark>, <mark>emile’s</mark>")]
    [InlineData("exit -work", "Exit work.", "<mark>Exit</mark> work.")]
    [InlineData("script", "<script>alert('x & y')</script>", "&lt;<mark>script</mark>&gt;alert(&#39;x &amp; y&#39;)&lt;/<mark>script</mark>&gt;")]
    [InlineData("mark", "<mark>\"x\"</mark>", "&lt;<mark>mark</mark>&gt;&quot;x&quot;&lt;/<mark>mark</mark>&gt;")]
    [InlineData("other", "Nothing of it.\nSecond line.", "Nothing of it. Second line.")]
    [InlineData("prison", "Families\nPrison staff\nExit work:\nTalks", "Families · <mark>Prison</mark> staff · Exit work: Talks")]
    [InlineData("x", "", "")]
    public void Make_Hits_AreMarkedAndTheRestIsEscaped(string query, string text, string expected)
        => Assert.Equal(expected, Make(query, text));

    [Theory]
    [InlineData("ment*", "Mentors mentor men.", "<mark>Mentors</mark> <mark>mentor</mark> men.")]
    [InlineData("wom?n", "Women, woman, womn, womaan.", "<mark>Women</mark>, <mark>woman</mark>, womn, womaan.")]
    [InlineData("d*ion", "Déradicalisation and division end.", "<mark>Déradicalisation</mark> and <mark>division</mark> end.")]
    [InlineData("mentro~", "A mentor, a lecture.", "A <mark>mentor</mark>, a lecture.")]
    [InlineData("multi-ag*", "For multi-agency work.", "For <mark>multi-agency</mark> work.")]
    [InlineData("\"exit work\"~2", "Exit by way of work. And then: exit and other work. Work, then exit.", "Exit by way of work. And then: <mark>exit</mark> and other <mark>work</mark>. Work, then exit.")]
    [InlineData("\"exit work\"~3", "Work on exit or other work or agency.", "<mark>Work</mark> on <mark>exit</mark> or other <mark>work</mark> or agency.")]
    [InlineData("\"work work\"~3", "Work. Then at last and again more work.", "Work. Then at last and again more work.")]
    [InlineData("title:mentor police", "A mentor of the police.", "A mentor of the <mark>police</mark>.")]
    [InlineData("text:mentor", "A mentor.", "A <mark>mentor</mark>.")]
    [InlineData("country:be mentor OR (police AND trust)", "Police trust mentors.", "<mark>Police</mark> <mark>trust</mark> <mark>mentors</mark>.")]
    [InlineData("maw", "Multi-agency working, MAWs.", "<mark>Multi-agency</mark> <mark>working</mark>, <mark>MAWs</mark>.")]
    [InlineData("text:(maw OR x)", "On multi-agency working.", "On <mark>multi-agency</mark> <mark>working</mark>.")]
    public void Make_HitsOfEverySort_AreMarked(string query, string text, string expected) => Assert.Equal(expected, Make(query, text));

    [Fact]
    public void Find_Expansions_AreFoundInPlaceOfThePattern()
    {
        const string Text = "Mentors, mentoring, Schutzraum.";
        var hits = new HitFinder(QueryParser.Parse("mentor* schutz"), new Dictionary<int, IReadOnlyCollection<string>> { [0] = ["mentoring"], [1] = ["schutzraum"] }).Find(Text, "de");
        Assert.Equal(["mentoring", "Schutzraum"], hits.Select(hit => Text[hit.Start..hit.End]));
    }

    [Fact]
    public void Find_InATitle_LooksForWordsOfTitles()
    {
        var finder = new HitFinder(QueryParser.Parse("title:mentor heading:police text:trust exit"));
        Assert.Equal([0, 3], finder.Find("Mentor police trust exit", "en", TextField.Title).Select(hit => hit.Term));
        Assert.Equal([1, 3], finder.Find("Mentor police trust exit", "en", TextField.Heading).Select(hit => hit.Term));
    }

    // A table is a line a row, with tabs or bars between its cells; a list a line an entry.
    [Fact]
    public void Make_ListsAndTables_AreCutAtTheirLines()
    {
        var list = string.Join('\n', Enumerable.Range(0, 40).Select(i => $"Step {i} of the way to something"));
        Assert.Equal("Step 20 of the way to a <mark>mentor</mark>", Make("mentor", $"{list}\n{Long}\nStep 20 of the way to a mentor\n{Long}"));
    }

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
            var shown = Plain(snippet).Replace(" · ", " ", StringComparison.Ordinal);
            Assert.InRange(shown.Length, 0, SnippetMaker.Length + 2);
            Assert.Contains(shown.Trim('…'), text.Replace('\n', ' '), StringComparison.Ordinal);
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
        => SnippetMaker.Make(text, new HitFinder(QueryParser.Parse(query, Context)).Find(text, "en"));

    private static string Plain(string snippet) => System.Net.WebUtility.HtmlDecode(Tags.Replace(snippet, ""));

    [GeneratedRegex("</?mark>")]
    private static partial Regex Tags { get; }
}
