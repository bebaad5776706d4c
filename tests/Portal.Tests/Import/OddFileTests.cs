using System.Diagnostics;
using System.Net.Sockets;
using Xunit;

namespace Portal.Tests.Import;

/// <summary>Links, pipes, sockets: what is not a file of the folder is not read, and said so.</summary>
public sealed class OddFileTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await ImportSite.StartAsync();
        _site.WritePage("about/a.md");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Link_ToAFileOfTheFolder_IsRead()
    {
        File.CreateSymbolicLink(In("about/b.md"), "a.md");
        File.CreateSymbolicLink(In("about/c.md"), "../about/./b.md");
        Assert.Equal(3, (await _site.ImportCleanAsync()).Created);
    }

    [Fact]
    public async Task Link_ThroughALinkedFolder_IsRefused()
    {
        _site.WriteBeside("outside/secret.md", "---\ntype: Page\ntitle: Secret\n---\n");
        Directory.CreateSymbolicLink(In("about/out"), Path.Combine(_site.ContentFolder, "..", "outside"));
        File.CreateSymbolicLink(In("about/b.md"), "out/secret.md");
        var report = await _site.ImportAsync();
        Assert.Equal(["about/b.md", "about/out"], report.Errors.Select(error => error.File));
        Assert.All(report.Errors, error => Assert.Contains("within the folder", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_ToItselfOrToNothing_IsRefused()
    {
        File.CreateSymbolicLink(In("about/b.md"), "b.md");
        File.CreateSymbolicLink(In("about/c.md"), "d.md");
        File.CreateSymbolicLink(In("about/d.md"), "c.md");
        File.CreateSymbolicLink(In("about/e.md"), "nothing.md");
        var report = await _site.ImportAsync();
        Assert.Equal(["about/b.md", "about/c.md", "about/d.md", "about/e.md"], report.Errors.Select(error => error.File));
    }

    // Opened, it would wait for ever.
    [Fact]
    public async Task Pipe_IsRefusedWithoutBeingOpened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes in folders are looked for on Linux.");
        using (var make = Process.Start("mkfifo", [In("about/b.md"), In("taxonomies.yml")]))
        {
            await make.WaitForExitAsync(Token);
        }

        File.CreateSymbolicLink(In("about/c.md"), "b.md");
        File.CreateSymbolicLink(In("about/d.md"), "/dev/zero");
        var report = await _site.ImportAsync().WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Equal(["about/b.md", "about/c.md", "about/d.md", "taxonomies.yml"], report.Errors.Select(error => error.File));
        Assert.Contains("a pipe, a socket or a device", report.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Socket_IsRefused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sockets in folders are looked for on Linux.");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(In("about/b.md")));
        Assert.Contains("a pipe, a socket or a device", (await _site.OneErrorAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinkInAText_ToMediaThatLieOutside_LeadsNowhere()
    {
        var outside = _site.WriteBeside("outside/plan.pdf", "x");
        Directory.CreateDirectory(In("media"));
        File.CreateSymbolicLink(In("media/plan.pdf"), outside);
        var errors = (await _site.WritePage("about/a.md", "", "[plan](/media/plan.pdf)").ImportAsync()).Errors;
        Assert.Equal(["about/a.md", "media/plan.pdf"], errors.Select(error => error.File));
        Assert.Contains("no file '/media/plan.pdf'", errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("within the folder", errors[1].Message, StringComparison.Ordinal);
    }

    private string In(string path) => Path.Combine(_site.ContentFolder, path);
}
