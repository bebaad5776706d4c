using Portal.Testing;
using Xunit;

namespace Portal.Tests.Commands;

public sealed class ExportCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private CommandSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CommandSite.StartAsync();

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Export_WritesTheFolderAndSaysHowMuch()
    {
        var result = await _site.RunAsync("export", _folder.File("out"));
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.EndsWith($"{ReadySite.Items} items and 0 media files exported.", result.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("out/handbooks/managing-an-exit-programme/index.md")));
    }

    [Fact]
    public async Task Export_ItemsAndTypes_CanBeRepeated()
    {
        var result = await _site.RunAsync("export", _folder.File("out"), "--type", "Source", "--type", "Page", "--item", "/glossary/formers");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(["about", "about.md", "glossary", "sources"], Directory.EnumerateFileSystemEntries(_folder.File("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Export_ToAFolderThatIsNotEmpty_Gives1AndSaysWhatToDo()
    {
        _folder.Write("out/about.md", "mine");
        var result = await _site.RunAsync("export", _folder.File("out"));
        Assert.Equal(1, result.Code);
        Assert.Equal($"The folder '{_folder.File("out")}' is not empty. Name another, or use --overwrite to replace an earlier export.", result.Error.Trim());
        Assert.Equal(0, (await _site.RunAsync("export", _folder.File("out"), "--overwrite")).Code);
    }

    // Killed at any moment, the folder is what it was or what is new.
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    public async Task Export_Killed_LeavesTheFormerOrTheNew(int lines)
    {
        _folder.Write("out/former.md", "former");
        await using (var host = HostProcess.Start("export", _folder.File("out"), "--overwrite", HostProcess.Data(_site.Folder)))
        {
            for (var line = 0; line < lines; line++)
            {
                await host.LineAsync(_ => true, TestContext.Current.CancellationToken);
            }

            await host.KillAsync();
        }

        var files = Directory.EnumerateFiles(_folder.File("out"), "*", SearchOption.AllDirectories).Count();
        Assert.Contains(files, new[] { 1, ReadySite.Items });
        Assert.Equal(0, (await _site.RunAsync("export", _folder.File("out"), "--overwrite")).Code);
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }
}
