using Portal.Kernel.Media;
using Xunit;

namespace Portal.Tests.Import;

public sealed class MediaImportTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Import_Media_IsOnTheSite_AndAgainUnchanged()
    {
        _site.Write("media/a.png", "one").Write("media/plans/b.pdf", "two");
        var first = await _site.ImportCleanAsync();
        Assert.Equal((2, 0), (first.MediaSaved, first.MediaUnchanged));

        var again = await _site.Write("media/a.png", "eno").ImportCleanAsync();
        Assert.Equal((1, 1), (again.MediaSaved, again.MediaUnchanged));
        Assert.Equal("eno", await TextAsync("a.png"));
        Assert.Equal("two", await TextAsync("plans/b.pdf"));
    }

    [Fact]
    public async Task Import_WithAnError_KeepsNoMedia()
    {
        await _site.Write("media/a.png", "one").WritePage("about/wrong.md", "sumary: x").OneErrorAsync();
        Assert.Equal(0, await _site.CountAsync("media_file"));
    }

    [Theory]
    [InlineData("media/a.html", "'.html'")]
    [InlineData("media/a", "''")]
    public async Task Import_KindThatIsNotKept_IsAnError(string file, string message)
    {
        var error = await _site.Write(file, "x").OneErrorAsync();
        Assert.Equal(file, error.File);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ToMediaThatOnlyTheSiteHas_IsFine()
    {
        await _site.Write("media/a.pdf", "one").ImportCleanAsync();
        _site.Delete("media/a.pdf");
        await _site.WritePage("about/a.md", "", "[a](/media/a.pdf)").ImportCleanAsync();
        Assert.Contains("no file '/media/b.pdf'", (await _site.WritePage("about/a.md", "", "[b](/media/b.pdf)").OneErrorAsync()).Message, StringComparison.Ordinal);
    }

    // Whoever lost bytes puts them back by importing the folder again.
    [Fact]
    public async Task Import_BytesLostOnTheDisk_AreStoredAgain()
    {
        await _site.Write("media/a.png", "one").ImportCleanAsync();
        Directory.Delete(_site.MediaFolder, recursive: true);
        await _site.ImportCleanAsync();
        Assert.Equal("one", await TextAsync("a.png"));
    }

    private async Task<string> TextAsync(string path)
    {
        var media = _site.Get<MediaStore>();
        var file = await _site.ReadAsync(session => media.GetAsync(session, path, TestContext.Current.CancellationToken));
        return await File.ReadAllTextAsync(media.Find(file!)!, TestContext.Current.CancellationToken);
    }
}
