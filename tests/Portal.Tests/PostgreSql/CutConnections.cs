using System.Net.Sockets;
using Portal.Testing;

namespace Portal.Tests.PostgreSql;

/// <summary>Passes a server's answers on, and cuts each connection after so many bytes of them: in the midst of a value, where stopping a server seldom does.</summary>
internal sealed class CutConnections : IAsyncDisposable
{
    private const string SocketName = ".s.PGSQL.5432";

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Task _passing;

    public CutConnections(string serverFolder, int bytes)
    {
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.Path, SocketName)));
        _listener.Listen();
        _passing = PassAsync(Path.Combine(serverFolder, SocketName), bytes);
    }

    /// <summary>Where a client finds it, in place of the server.</summary>
    public string Folder => _folder.Path;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _passing;
        _listener.Dispose();
        _end.Dispose();
        _folder.Dispose();
    }

    private async Task PassAsync(string server, int bytes)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptAsync(_end.Token);
                using var upstream = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await upstream.ConnectAsync(new UnixDomainSocketEndPoint(server), _end.Token);
                var asked = CopyAsync(client, upstream, int.MaxValue);
                await CopyAsync(upstream, client, bytes);
                client.Close();
                upstream.Close();
                await asked;
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task CopyAsync(Socket from, Socket to, int bytes)
    {
        var buffer = new byte[8192];
        try
        {
            for (int read; bytes > 0 && (read = await from.ReceiveAsync(buffer.AsMemory(0, Math.Min(buffer.Length, bytes)), _end.Token)) > 0; bytes -= read)
            {
                await to.SendAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side has gone: so does the other.
        }
    }
}
