using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Benchmarks.Load;

/// <summary>One connection that sends the same request over and over. It costs far less than <see cref="HttpClient"/>, which would take the cores from the server.</summary>
internal sealed class KeepAliveConnection : IDisposable
{
    private const int BufferSize = 256 * 1024;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly byte[] _request;

    private KeepAliveConnection(byte[] request) => _request = request;

    public static async Task<KeepAliveConnection> OpenAsync(Uri address, string path, CancellationToken cancellationToken)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/html\r\nAccept-Encoding: br, gzip\r\n\r\n");
        var connection = new KeepAliveConnection(request);
        await connection._socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
        return connection;
    }

    /// <summary>Sends the request and reads the answer to its last byte.</summary>
    public async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        await _socket.SendAsync(_request, cancellationToken);
        var have = 0;
        var expected = int.MaxValue;
        while (have < expected)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(have), cancellationToken);
            if (read == 0)
            {
                throw new IOException("The server closed a connection in an answer.");
            }

            have += read;
            if (expected == int.MaxValue)
            {
                expected = Length(_buffer.AsSpan(0, have)) ?? expected;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>How long the whole answer is; null while its head is not here yet.</summary>
    private static int? Length(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return null;
        }

        var name = answer[..head].IndexOf("\r\nContent-Length: "u8);
        if (!answer.StartsWith("HTTP/1.1 200 "u8) || name < 0)
        {
            throw new IOException($"Expected 200 with a length:\n{Encoding.ASCII.GetString(answer[..head])}");
        }

        var value = answer[(name + "\r\nContent-Length: "u8.Length)..];
        return head + 4 + int.Parse(value[..value.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
