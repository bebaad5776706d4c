using System.IO.Compression;
using System.Text;
using Portal.Benchmarks.Judged;
using Portal.Benchmarks.Judged.Reading;
using Xunit;

namespace Portal.Tests.Benchmarks;

public sealed class JudgedFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-judged-");

    [Fact]
    public void Documents_Trec_TitleAndTextWithoutTags()
    {
        var file = File("""
            <DOC>
            <DOCNO> FT911-3 </DOCNO>
            <HEADLINE>
            FT  Prisons &amp;
            probation
            </HEADLINE>
            <TEXT>
            Fewer <F P=105>than</F> 3 < 4.
            </TEXT>
            <PUB>Not text.</PUB>
            </DOC>

            <doc><docno>2</docno>Without a text element.</doc><doc><docno>3</docno></doc>
            """);

        var documents = DocumentFile.Read([file]).ToList();

        Assert.Equal(["FT911-3", "2", "3"], documents.Select(document => document.Id));
        Assert.Equal(["FT Prisons & probation", "", ""], documents.Select(document => document.Title.Trim()));
        Assert.Equal("Fewer than 3 < 4.", string.Join(' ', documents[0].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("Without a text element.", documents[1].Text);
    }

    [Theory]
    [InlineData("case&hyph;law", "case-law")]
    [InlineData("&sect;&blank;15 &amp; &lsqb;&frac23;&rsqb;", "§ 15 & [⅔]")]
    [InlineData("Wa&lstrok;&eogon;sa, caf&eacute;, &#233;", "Wałęsa, café, é")]
    [InlineData("AT&T; R&D &amp;hyph;", "AT&T; R&D &hyph;")]
    public void Documents_Trec_EntitiesAreTheCharactersTheyStandFor(string marked, string text)
    {
        Assert.Equal(text, Assert.Single(DocumentFile.Read([File($"<DOC><DOCNO>1</DOCNO><TEXT>{marked}</TEXT></DOC>")])).Text);
        Assert.Equal(text, Assert.Single(TopicFile.Read(File($"<top><num>1<title>{marked}\n</top>"))).Query);
    }

    [Fact]
    public void Documents_TabsAndJsonLines_AlsoPacked()
    {
        var tabs = File("1\tA title\tA text\twith a tab\n2\t\tNo title");
        var json = File("""
            {"_id": "b1", "title": "T", "text": "X", "metadata": {}}
            {"_id": 7, "text": "Y"}
            """, packed: true);

        Assert.Equal(
            [new("1", "A title", "A text\twith a tab"), new("2", "", "No title"), new("b1", "T", "X"), new("7", "", "Y")],
            DocumentFile.Read([tabs, json]));
    }

    [Theory]
    [InlineData("<DOC>\n<DOCNO>1</DOCNO>\n</DOC>\n<DOC>\n<TEXT>x</TEXT>\n</DOC>", 4, "no <DOCNO>")]
    [InlineData("<DOC>\n<DOCNO>1</DOCNO>\n</DOC>\n\n<DOC>\n<DOCNO>2</DOCNO>", 5, "no </DOC>")]
    [InlineData("<TEXT>\n</TEXT>\n</DOC>", 1, "<DOC>")]
    [InlineData("1\ta\tb\n1\tc\td", 2, "second of that name")]
    [InlineData("1\ta\tb\n2 c d", 2, "a tab")]
    [InlineData("{\"_id\": \"1\"}\n{\"id\": \"2\"}", 2, "'_id'")]
    [InlineData("{\"_id\": \"1\"}\n{\"_id\": ", 2, "not JSON")]
    [InlineData("\n", 2, "empty")]
    public void Documents_Wrong_NamesFileAndLine(string text, int line, string said) => AssertWrong(text, line, said, file => DocumentFile.Read([file]).ToList());

    [Fact]
    public void Documents_NotUtf8_SaysHowToConvert()
    {
        var file = File("");
        System.IO.File.WriteAllBytes(file, [.. "1\ta\tcaf"u8, 0xe9, .. "\n"u8]);

        Assert.Contains("UTF-8", Assert.Throws<JudgedFileException>(() => DocumentFile.Read([file]).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Topics_EveryForm()
    {
        Topic[] expected = [new("301", "International Organized Crime"), new("302", "Poliomyelitis & Post-Polio")];

        Assert.Equal(expected, TopicFile.Read(File("""
            <top>

            <num> Number: 301
            <title> International
            Organized Crime

            <desc> Description:
            Which?
            </top>
            <top><num>302</num><title>Topic: Poliomyelitis &amp; Post-Polio</title></top>
            """)));
        Assert.Equal(expected, TopicFile.Read(File("301\tInternational Organized Crime\tanything\n302\tPoliomyelitis & Post-Polio")));
        Assert.Equal(expected, TopicFile.Read(File("{\"_id\":\"301\",\"text\":\"International Organized Crime\"}\n{\"_id\":\"302\",\"text\":\"Poliomyelitis & Post-Polio\"}")));
    }

    [Theory]
    [InlineData("1\ta\n2 b", 2, "no tab")]
    [InlineData("1\ta\n1\tb", 2, "second time")]
    [InlineData("1\t", 1, "no question")]
    [InlineData("<top>\n<num> 1\n</top>", 1, "no <title>")]
    [InlineData("<top>\n<title> a\n</top>", 1, "no <num>")]
    [InlineData("<top>\n<num> 1\n<title> a", 1, "no </top>")]
    public void Topics_Wrong_NamesFileAndLine(string text, int line, string said) => AssertWrong(text, line, said, TopicFile.Read);

    [Fact]
    public void Judgements_TrecAndBeir_TopicsWithOrWithoutLeadingZeros()
    {
        var trec = JudgementFile.Read(File("51 0 FT-1 1\n51 0 FT-2 -2\n52\t0\tFT-1\t0"));
        var beir = JudgementFile.Read(File("query-id\tcorpus-id\tscore\nq1\td1\t2\nq3\td1\t1.0"));

        Assert.Equal([("FT-1", 1), ("FT-2", -2)], trec.Of("051").Select(line => (line.Key, line.Value)));
        Assert.Equal("51", trec.NameOf("051"));
        Assert.Equal(2, beir.Of("q1")["d1"]);
        Assert.Equal(1, beir.Of("q3")["d1"]);
        Assert.Empty(beir.Of("q2"));
    }

    [Fact]
    public void Judgements_LeadingZerosInEitherFile_AreTheSameTopic()
    {
        var judgements = JudgementFile.Read(File("051 0 FT-1 1\n0 0 FT-2 1\n7 0 FT-3 1\n07 0 FT-4 1"));

        Assert.Equal(["051", "051", "0", "0", "7", "07", "8"], new[] { "51", "051", "0", "000", "7", "07", "8" }.Select(judgements.NameOf));
        Assert.Equal(1, judgements.Of("51")["FT-1"]);
        Assert.Empty(judgements.Of("8"));
    }

    [Theory]
    [InlineData("1 0 a 1\n1 0 a 1.5", 2, "'1.5' is not a grade")]
    [InlineData("1 0 a 1\n1 0 a", 2, "is not a grade")]
    [InlineData("1 0 a 1\n1 a", 2, "2 words")]
    [InlineData("1 0 a 1\n1 0 a 2", 2, "second time")]
    [InlineData("query-id\tcorpus-id\tscore\n", 2, "no judgement")]
    public void Judgements_Wrong_NamesFileAndLine(string text, int line, string said) => AssertWrong(text, line, said, JudgementFile.Read);

    [Fact]
    public void Run_KeepsTheOrderForTrecEval()
    {
        using var text = new StringWriter { NewLine = "\n" };

        RunFile.Write(text, "301", ["FT-2", "FT-1"]);

        Assert.Equal("301 Q0 FT-2 1 2 portal\n301 Q0 FT-1 2 1 portal\n", text.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void AssertWrong(string text, int line, string said, Func<string, object> read)
    {
        var file = File(text);

        var message = Assert.Throws<JudgedFileException>(() => read(file)).Message;

        Assert.StartsWith($"{file}({line}): ", message, StringComparison.Ordinal);
        Assert.Contains(said, message, StringComparison.Ordinal);
    }

    private string File(string text, bool packed = false)
    {
        var file = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N") + (packed ? ".gz" : ""));
        using Stream stream = System.IO.File.Create(file);
        using var to = packed ? new GZipStream(stream, CompressionLevel.Fastest) : stream;
        to.Write(Encoding.UTF8.GetBytes(text));
        return file;
    }
}
