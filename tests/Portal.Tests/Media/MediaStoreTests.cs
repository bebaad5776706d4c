using System.Text;
using Portal.Kernel.Audit;
using Portal.Kernel.Data;
using Portal.Kernel.Media;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Media;

public sealed class MediaStoreTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MediaStore Media => _site.Get<MediaStore>();

    public async ValueTask InitializeAsync() => _site = await ImportSite.EmptyAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Put_NewFile_IsThere()
    {
        Assert.True(await PutAsync("a/b.txt", "one"));
        var file = (await GetAsync("a/b.txt"))!;
        Assert.Equal((3, "one"), (file.Bytes, await File.ReadAllTextAsync(Media.Find(file)!, Token)));
        Assert.Equal("MediaAdded a/b.txt", await _site.ReadAsync(session => session.FirstOrDefaultAsync<string>("select name || ' ' || comment from audit_event", null, Token)));
    }

    [Fact]
    public async Task Put_SameBytes_ChangesNothing()
    {
        await PutAsync("a.txt", "one");
        Assert.False(await PutAsync("a.txt", "one"));
        Assert.Equal(1, await _site.CountAsync("audit_event"));
    }

    [Fact]
    public async Task Put_OtherBytes_LeavesTheFormerUntouched()
    {
        await PutAsync("a.txt", "one");
        var before = (await GetAsync("a.txt"))!;
        Assert.True(await PutAsync("a.txt", "two"));
        Assert.Equal("one", await File.ReadAllTextAsync(Media.Find(before)!, Token));
        Assert.Equal("two", await File.ReadAllTextAsync(Media.Find((await GetAsync("a.txt"))!)!, Token));
    }

    [Fact]
    public async Task Put_NotCommitted_LeavesBytesThatNobodyNames()
    {
        await PutAsync("a.txt", "one", commit: false);
        Assert.Null(await GetAsync("a.txt"));
        Assert.Single(Blobs());
    }

    // A row needs a blob, and a blob is given out only when its bytes are whole and under their name.
    [Fact]
    public async Task Store_StreamBreaks_LeavesNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Media.StoreAsync(new BrokenStream(), Token));
        Assert.Empty(Blobs());
    }

    [Fact]
    public async Task Store_TooBig_IsRefusedAndLeavesNothing()
    {
        var blobs = new MediaBlobs(new MediaOptions { Folder = _site.MediaFolder, MaxBytes = 3 }, TimeProvider.System);
        Assert.NotNull(await blobs.StoreAsync(new MemoryStream([1, 2, 3]), Token));
        Assert.Null(await blobs.StoreAsync(new MemoryStream([1, 2, 3, 4]), Token));
        Assert.Single(Blobs());
    }

    [Theory]
    [InlineData("../a.png")]
    [InlineData("a.html")]
    public async Task Put_PathThatIsNone_IsRefused(string path) => await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(path, "x"));

    [Fact]
    public async Task List_IsByPathAndPaged()
    {
        foreach (var path in new[] { "b.txt", "a/z.txt", "c.txt" })
        {
            await PutAsync(path, path);
        }

        var first = await _site.ReadAsync(session => Media.ListAsync(session, "", 2, Token));
        var rest = await _site.ReadAsync(session => Media.ListAsync(session, first[^1].Path, 2, Token));
        Assert.Equal(["a/z.txt", "b.txt", "c.txt"], first.Concat(rest).Select(file => file.Path));
    }

    [Fact]
    public async Task Sweep_TakesWhatNobodyHasNamedForADay()
    {
        await PutAsync("kept.txt", "kept");
        await PutAsync("a.txt", "one");
        await PutAsync("a.txt", "other");
        await PutAsync("b.txt", "half", commit: false);
        Assert.Equal(0, await Media.SweepAsync(Token));

        Age();
        Assert.Equal(2, await Media.SweepAsync(Token));
        Assert.Equal(["kept", "other"], (await Task.WhenAll(Blobs().Select(blob => File.ReadAllTextAsync(blob, Token)))).Order(StringComparer.Ordinal));
    }

    // Else a file that was read a moment ago, and was in use for years, would be gone before the reader has it all.
    [Fact]
    public async Task Sweep_LeavesWhatWasInUseUntilNow()
    {
        await PutAsync("a.txt", "one");
        Age();
        await PutAsync("a.txt", "other");
        Assert.Equal(0, await Media.SweepAsync(Token));
    }

    [Fact]
    public async Task Sweep_LeavesWhatIsPutAgain()
    {
        await PutAsync("a.txt", "one", commit: false);
        Age();
        await PutAsync("a.txt", "one");
        Assert.Equal(0, await Media.SweepAsync(Token));
        Assert.NotNull(Media.Find((await GetAsync("a.txt"))!));
    }

    private IReadOnlyList<string> Blobs() => Directory.Exists(_site.MediaFolder) ? [.. Directory.EnumerateFiles(_site.MediaFolder, "*", SearchOption.AllDirectories)] : [];

    private void Age()
    {
        foreach (var blob in Blobs())
        {
            File.SetLastWriteTimeUtc(blob, DateTime.UtcNow.AddDays(-2));
        }
    }

    private Task<MediaFile?> GetAsync(string path) => _site.ReadAsync(session => Media.GetAsync(session, path, Token));

    private async Task<bool> PutAsync(string path, string text, bool commit = true)
    {
        await using var session = await _site.Get<IDatabase>().WriteAsync(Token);
        var blob = await Media.StoreAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Token);
        var changed = await Media.PutAsync(session, path, blob!, Actor.System, Token);
        if (commit)
        {
            await session.CommitAsync(Token);
        }

        return changed;
    }

    private sealed class BrokenStream : MemoryStream
    {
        private bool _begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_begun)
            {
                throw new IOException("The line is cut.");
            }

            _begun = true;
            return ValueTask.FromResult(3);
        }
    }
}
