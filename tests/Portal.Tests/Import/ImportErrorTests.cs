using System.Text;
using Portal.Kernel.Import;
using Xunit;

namespace Portal.Tests.Import;

public sealed class ImportErrorTests : IAsyncLifetime
{
    private const string Id = "4tjpte7k37qhdsbv68yarf20hp";

    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("typ: Page\ntitle: T", 2, "type", "missing")]
    [InlineData("type: Page\ntitle:", 3, "title", "missing")]
    [InlineData("type: Pge\ntitle: T", 2, "type", "Did you mean 'Page'?")]
    [InlineData("type: Term\ntitle: T", 2, "type", "not creatable")]
    [InlineData("type: Taxonomy\ntitle: T", 2, "type", "no address")]
    [InlineData("type: Page\ntitle: T\nsumary: x", 4, "sumary", "Did you mean 'summary'?")]
    [InlineData("type: Page\ntitle: T\nid: 123", 4, "id", "not an id")]
    [InlineData("type: Page\ntitle: T\nslug: A B", 4, "slug", "lower-case")]
    [InlineData("type: Page\ntitle: T\nlanguage: english", 4, "language", "language tag")]
    [InlineData("type: Page\ntitle: T\nreviewBy: 30.11.2027", 4, "reviewBy", "2027-11-30")]
    [InlineData("type: Page\ntitle: T\ncreated: yesterday", 4, "created", "not a date")]
    [InlineData("type: Page\ntitle: T\nstate: hidden", 4, "state", "published, draft or withdrawn")]
    [InlineData("type: Page\ntitle: [T]", 3, "title", "not a list")]
    [InlineData("type: Page\ntitle: T\nsummary: [a, b]", 4, "summary", "not a list")]
    [InlineData("type: Page\ntitle: T\ntopic: [work]", 4, "topic", "taxonomy 'topic'")]
    [InlineData("type: Handbook\ntitle: T", 2, "summary", "required")]
    [InlineData("type: Handbook\ntitle: T\nsummary: S\nprocedure: maybe", 5, "procedure", "neither true nor false")]
    [InlineData("type: HandbookChapter\ntitle: T\nsummary: S\nstep: one", 5, "step", "not a number")]
    [InlineData("type: HandbookChapter\ntitle: T\nsummary: S\nstep: 0", 5, "step", "less than 1")]
    [InlineData("type: GlossaryTerm\ntitle: T\nsources:\n  - /sources/none", 5, "sources", "no item '/sources/none'")]
    [InlineData("type: Source\ntitle: T\npublisher: P\nlink: javascript:alert(1)", 5, "link", "not an address")]
    public async Task FrontMatter_Wrong_NamesFileLineAndField(string lines, int line, string field, string message)
    {
        var error = await OneErrorAsync("about/wrong.md", $"---\n{lines}\n---\n");
        Assert.Equal(("about/wrong.md", line, field), (error.File, error.Line, error.Field));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text only", 1, "must begin with front matter")]
    [InlineData("", 1, "must begin with front matter")]
    [InlineData("---\ntype: Page\ntitle: T\n", 1, "not closed")]
    [InlineData("---", 1, "not closed")]
    [InlineData("---\ntype: Page\ntitle: \"T\n---\n", 3, "YAML")]
    [InlineData("---\ntype: Page\n\ttitle: T\n---\n", 2, "YAML")]
    [InlineData("---\ntype: Page\ntopic: [\nx\n---\n", 3, "cannot be understood")]
    [InlineData("---\n- type\n---\n", 2, "Keys with values")]
    [InlineData("---\ntype: Page\ntitle: T\ntitle: U\n---\n", 4, "stands twice")]
    [InlineData("---\ntype: Page\ntitle: &t T\nsummary: *t\n---\n", 4, "aliases")]
    [InlineData("---\ntype: Page\ntitle: T\nsummary: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n---\n", 4, "too deep")]
    public async Task Shape_Wrong_NamesFileAndLine(string text, int line, string message)
    {
        var error = await OneErrorAsync("about/wrong.md", text);
        Assert.Equal(("about/wrong.md", line), (error.File, error.Line));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_TooLong_NamesLine()
    {
        var error = await OneErrorAsync("about/wrong.md", $"---\ntype: Page\ntitle: T\nsummary: {new string('x', 301)}\n---\n");
        Assert.Equal((4, "summary"), (error.Line, error.Field));
        Assert.Contains("301", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_TooLong_IsRefusedByTheHandlerAndNamesTheFile()
    {
        var error = await OneErrorAsync("about/wrong.md", $"---\ntype: Page\ntitle: {new string('x', 256)}\n---\n");
        Assert.Equal(("about/wrong.md", 3, "title"), (error.File, error.Line, error.Field));
    }

    [Fact]
    public async Task Term_Unknown_SuggestsTheNearest()
    {
        _site.Write("taxonomies/topic.yml", "title: Topic\nterms:\n  - slug: exit-work\n    title: Exit work\n");
        var error = await OneErrorAsync("about/wrong.md", "---\ntype: Page\ntitle: T\ntopic:\n  - exit-work\n  - exit-wrok\n---\n");
        Assert.Equal((6, "topic"), (error.Line, error.Field));
        Assert.Equal("The taxonomy 'topic' has no term 'exit-wrok'. Did you mean 'exit-work'?", error.Message);
    }

    [Fact]
    public async Task Reference_OfTypeThatMayNotStandThere_IsAnError()
    {
        _site.WritePage("about/page.md");
        var error = await OneErrorAsync("glossary/t.md", "---\ntype: GlossaryTerm\ntitle: T\nsources: [/about/page]\n---\n");
        Assert.Contains("only Source may stand here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chapter_OfTypeThatTheContainerDoesNotAllow_IsAnError()
    {
        _site.Write("handbooks/h/index.md", "---\ntype: Handbook\ntitle: H\nsummary: S\n---\n");
        var error = await OneErrorAsync("handbooks/h/01-p.md", "---\ntype: Page\ntitle: T\n---\n");
        Assert.Contains("A Handbook contains HandbookChapter, not Page.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Id_Twice_NamesBothFiles()
    {
        var error = await _site.WritePage("about/a.md", "id: " + Id).WritePage("about/b.md", "id: " + Id).OneErrorAsync();
        Assert.Equal(("about/b.md", 4, "id"), (error.File, error.Line, error.Field));
        Assert.Contains("about/a.md", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_Twice_NamesBothFiles()
    {
        var error = await _site.WritePage("about/01-a.md").WritePage("about/02-a.md").OneErrorAsync();
        Assert.Equal("about/02-a.md", error.File);
        Assert.Contains("about/01-a.md", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_OfAnotherItemOfTheSite_IsAnError()
    {
        await _site.WritePage("about/a.md").ImportCleanAsync();
        var error = await _site.WritePage("about/a.md", "id: " + Id).OneErrorAsync();
        Assert.Contains("belongs to another item", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Type_OfItemOfTheSite_CannotChange()
    {
        await _site.WritePage("about/a.md").ImportCleanAsync();
        var error = await OneErrorAsync("about/a.md", "---\ntype: GlossaryTerm\ntitle: T\n---\n");
        Assert.Equal((2, "type"), (error.Line, error.Field));
    }

    [Fact]
    public async Task NotUtf8_NamesLine()
    {
        var error = await _site.WriteBytes("about/a.md", [.. Encoding.UTF8.GetBytes("---\ntype: Page\ntitle: "), 0xE4, (byte)'\n']).OneErrorAsync();
        Assert.Equal(("about/a.md", 3, "The file is not UTF-8."), (error.File, error.Line, error.Message));
    }

    [Fact]
    public async Task TooBig_IsAnError()
        => Assert.Contains("2 MB", (await _site.WritePage("about/a.md", "", new string('x', 3_000_000)).OneErrorAsync()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("about/a.docx")]
    [InlineData("notes.txt")]
    [InlineData("about/topic.yml")]
    public async Task Kind_WithoutPlace_IsAnError(string file) => Assert.Equal(file, (await _site.Write(file, "x").OneErrorAsync()).File);

    [Fact]
    public async Task Name_ThatIsNoPath_IsAnError()
        => Assert.Contains("'My Page'", (await _site.WritePage("about/My Page.md").OneErrorAsync()).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Index_OfTheFolderItself_IsAnError() => Assert.Equal("index.md", (await _site.WritePage("index.md").OneErrorAsync()).File);

    [Fact]
    public async Task SymbolicLinks_OutOfTheFolder_AreNotRead()
    {
        var outside = _site.WriteBeside("outside/secret.md", "---\ntype: Page\ntitle: Secret\n---\n");
        _site.WritePage("about/a.md");
        File.CreateSymbolicLink(Path.Combine(_site.ContentFolder, "about", "link.md"), outside);
        Directory.CreateSymbolicLink(Path.Combine(_site.ContentFolder, "round"), _site.ContentFolder);

        var report = await _site.ImportAsync();

        Assert.Equal(["about/link.md", "round"], report.Errors.Select(error => error.File));
    }

    [Fact]
    public async Task Folder_Missing_IsAnError()
        => Assert.Contains("There is no folder", Assert.Single((await _site.ImportAsync(folder: "/nowhere")).Errors).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task OneWrongFile_NothingIsImported()
    {
        var report = await _site.WritePage("about/a.md").WritePage("about/b.md").WritePage("about/c.md", "nonsense: 1").ImportAsync();
        Assert.Equal((0, 0), (report.Created, await _site.CountAsync("content_item")));
    }

    [Fact]
    public async Task ManyErrors_AreAllFoundAndAHundredShown()
    {
        for (var i = 0; i < 130; i++)
        {
            _site.WritePage($"about/p{i:000}.md", i % 2 == 0 ? "nonsense: 1" : "", i % 2 == 0 ? "" : "[a](/nowhere)");
        }

        var report = await _site.ImportAsync();
        Assert.Equal((100, 30), (report.Errors.Count, report.MoreErrors));
    }

    [Fact]
    public void Error_AsText_IsFileLineFieldMessage()
    {
        Assert.Equal("a/b.md:3: title: Missing.", new ImportError("a/b.md", 3, "title", "Missing.").ToString());
        Assert.Equal("a/b.md: Missing.", new ImportError("a/b.md", null, null, "Missing.").ToString());
    }

    private Task<ImportError> OneErrorAsync(string file, string text) => _site.Write(file, text).OneErrorAsync();
}
