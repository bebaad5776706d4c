using System.Data;
using System.Globalization;
using Dapper;
using Npgsql;
using Portal.Kernel.Data;

namespace Portal.PostgreSql;

/// <summary>
/// A PostgreSQL server, shared by as many processes and machines as there are. Each reading sees one snapshot. One unit of work writes at a time, over all of
/// them: the kernel reads before it writes (is this path free, which version is the latest) and counts on it that nobody comes between.
/// </summary>
public sealed class PostgresDatabase : IDatabase, IDisposable
{
    // Any number will do, as long as nothing else that locks by numbers lives in the same database.
    private const long WriteLock = 0x506F_7274_616C;

    private readonly PostgresOptions _options;
    private readonly TimeProvider _time;
    private readonly PostgresConnections _connections;
    private readonly string _lock;

    // Writers of this process queue here, without a connection each.
    private readonly SemaphoreSlim _writer = new(1, 1);

    public PostgresDatabase(PostgresOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _connections = new PostgresConnections(options);
        _lock = string.Create(CultureInfo.InvariantCulture, $"set local lock_timeout = {(long)options.WriteTimeout.TotalMilliseconds}; select pg_advisory_xact_lock({WriteLock})");
    }

    public ISqlDialect Dialect { get; } = new PostgresDialect();

    public async Task<DbSession> ReadAsync(CancellationToken cancellationToken)
    {
        var connection = await _connections.OpenForReadingAsync(cancellationToken);
        try
        {
            return new DbSession(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken), writes: false);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<DbSession> WriteAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        var lease = new Lease(_writer);
        NpgsqlConnection? connection = null;
        try
        {
            connection = await _connections.OpenForWritingAsync(cancellationToken);
            return new DbSession(connection, await BeginAsync(connection, cancellationToken), writes: true, lease);
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            lease.Dispose();
            throw;
        }
    }

    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        using var lease = new Lease(_writer);
        await using var connection = await _connections.OpenForWritingAsync(cancellationToken);
        return await new PostgresMigrator(connection, _options.Migrations, _connections.Server, _time, BeginAsync).RunAsync(cancellationToken);
    }

    public void Dispose()
    {
        _connections.Dispose();
        _writer.Dispose();
    }

    /// <summary>
    /// The lock goes with the transaction, however that ends, and after what it changed can be seen. Read committed: a snapshot from before the lock was had would not
    /// show what the writer before changed.
    /// </summary>
    private async Task<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(_lock, transaction: transaction, cancellationToken: cancellationToken));
            return transaction;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await transaction.DisposeAsync();
            throw new TimeoutException($"The database {_connections.Server} is held by another process that writes; gave up after {_options.WriteTimeout.TotalSeconds:0} seconds.", e);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    private sealed class Lease(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
