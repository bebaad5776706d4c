using System.Data.Common;
using System.Net.Sockets;
using Npgsql;
using Portal.Kernel.Data;

namespace Portal.PostgreSql;

/// <summary>
/// Two pools: one whose connections cannot write, for reading; a small one for writing, as one unit of work at a time writes. What the connection string says goes
/// before what is set here.
/// </summary>
internal sealed class PostgresConnections : IDisposable
{
    // Together they stay well below the hundred connections that a server allows by default.
    private const int Readers = 50, Writers = 3;

    private readonly NpgsqlDataSource _reading;
    private readonly NpgsqlDataSource _writing;
    private readonly string _server;

    public PostgresConnections(PostgresOptions options)
    {
        _reading = NpgsqlDataSource.Create(With(options.ConnectionString, Readers, commandSeconds: 30, "-c default_transaction_read_only=on"));
        // A machine that is cut off while it writes must not hold the others up for as long as the system's own keepalive, which is hours.
        _writing = NpgsqlDataSource.Create(With(
            options.ConnectionString, Writers, commandSeconds: 600, "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"));
        var given = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        _server = $"'{given.Host}' (database '{given.Database ?? given.Username}')";
    }

    /// <summary>The server and the database, for messages.</summary>
    public string Server => _server;

    public ValueTask<NpgsqlConnection> OpenForReadingAsync(CancellationToken cancellationToken) => OpenAsync(_reading, cancellationToken);

    public ValueTask<NpgsqlConnection> OpenForWritingAsync(CancellationToken cancellationToken) => OpenAsync(_writing, cancellationToken);

    public void Dispose()
    {
        _reading.Dispose();
        _writing.Dispose();
    }

    private async ValueTask<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellationToken);
        }
        catch (DbException e) when (e.IsTransient)
        {
            var why = e.InnerException is SocketException socket ? socket.Message : e.Message;
            throw new DatabaseUnavailableException($"The database server {Server} does not answer: {why}.", e);
        }
    }

    private static string With(string connectionString, int size, int commandSeconds, string settings)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        Default("Maximum Pool Size", size);
        // Who asks for a page learns soon that there is none.
        Default("Timeout", 5);
        Default("Command Timeout", commandSeconds);
        Default("Max Auto Prepare", 200);
        // Nothing outlives a transaction, so there is nothing to put back.
        Default("No Reset On Close", true);
        Default("Application Name", "Portal");
        builder.Options = $"{settings} {builder.Options}".TrimEnd();
        return builder.ToString();

        void Default(string key, object value)
        {
            if (!builder.ShouldSerialize(key))
            {
                builder[key] = value;
            }
        }
    }
}
