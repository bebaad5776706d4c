using Portal.Testing;
using Portal.Tests.Media.Reading;
using Xunit;

namespace Portal.Tests.Commands;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _content = new();
    private CommandSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CommandSite.StartAsync();

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        _content.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Import_FolderWithErrors_NamesFileLineAndFieldAndChangesNothing()
    {
        var before = _site.Versions();
        Page("right", "summary: Fine.");
        Page("wrong", "sumary: Oops.");

        var result = await _site.RunAsync("import", _content.Path);

        Assert.Equal(1, result.Code);
        Assert.Contains("about/wrong.md:4: sumary:", result.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported.", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, _site.Versions());
    }

    [Fact]
    public async Task Import_Twice_CreatesAndThenChangesNothing()
    {
        Page("new", "summary: Fine.");

        var first = await _site.RunAsync("import", _content.Path);
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Contains("1 created, 0 updated, 0 withdrawn, 0 unchanged.", first.Output, StringComparison.Ordinal);
        var after = _site.Versions();

        var second = await _site.RunAsync("import", _content.Path);
        Assert.Contains("0 created, 0 updated, 0 withdrawn, 1 unchanged.", second.Output, StringComparison.Ordinal);
        Assert.Equal(after, _site.Versions());
    }

    [Fact]
    public async Task Import_WhenTheTextsOfFilesCannotBeKept_SaysThatTheContentIsStored()
    {
        CommandSite.Query(_site.Folder, TestDatabase.IsPostgres
            ? "alter table media_text add constraint refused check (false)"
            : "create trigger refused before insert on media_text begin select raise(abort, 'refused'); end");
        Page("new", "summary: Fine.", "[Plan](/media/plan.docx)");
        Directory.CreateDirectory(_content.File("media"));
        await File.WriteAllBytesAsync(_content.File("media/plan.docx"), SampleFiles.Docx("A plan."), TestContext.Current.CancellationToken);

        var result = await _site.RunAsync("import", _content.Path);

        Assert.Equal(1, result.Code);
        Assert.Contains("1 created", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("The content is stored. Outstanding are texts of files that it offers", result.Error, StringComparison.Ordinal);
        Assert.Contains("refused", Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);

        CommandSite.Query(_site.Folder, TestDatabase.IsPostgres ? "alter table media_text drop constraint refused" : "drop trigger refused");
        var again = await _site.RunAsync("import", _content.Path);
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.Contains("1 file read for the search.", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SaysWhatWouldBe_AndChangesNothing()
    {
        var before = _site.Versions();
        Page("new", "summary: Fine.");

        var result = await _site.RunAsync("import", "--check", _content.Path);

        Assert.Equal(0, result.Code);
        Assert.Contains("Would be: 1 created", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, _site.Versions());
    }

    [Fact]
    public async Task Check_FolderWithErrors_Gives1()
    {
        Page("wrong", "sumary: Oops.");
        var result = await _site.RunAsync("import", "--check", _content.Path);
        Assert.Equal(1, result.Code);
        Assert.Contains("about/wrong.md:4", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_MissingFolder_Gives1AndNamesIt()
    {
        var result = await _site.RunAsync("import", _content.File("none"));
        Assert.Equal(1, result.Code);
        Assert.Equal($"The folder '{_content.File("none")}' does not exist.", result.Error.Trim());
    }

    [Fact]
    public async Task Import_UnsetUpSite_Gives1AndSaysWhatToDo()
    {
        using var empty = new TemporaryFolder();
        var result = await HostProcess.RunAsync(TestContext.Current.CancellationToken, "import", _content.Path, HostProcess.Data(empty.Path));
        Assert.Equal(1, result.Code);
        Assert.Equal("The site is not set up yet: run 'setup' first, or start it once.", result.Error.Trim());
    }

    // A key's value that stands by itself is not the folder.
    [Fact]
    public async Task Import_ConfigurationInTwoArguments_IsNotTakenForTheFolder()
    {
        Page("new", "summary: Fine.");
        var result = await HostProcess.RunAsync(TestContext.Current.CancellationToken, "import", "--Portal:DataPath", _site.Folder, _content.Path);
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("1 created", result.Output, StringComparison.Ordinal);
    }

    private void Page(string slug, string line, string text = "Text.") => _content.Write($"about/{slug}.md", $"---\ntype: Page\ntitle: {slug}\n{line}\n---\n\n{text}\n");
}
