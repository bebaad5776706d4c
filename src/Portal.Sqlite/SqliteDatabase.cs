using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Portal.Kernel.Data;
using SQLitePCL;

namespace Portal.Sqlite;

/// <summary>The embedded database: a file in WAL mode, many readers, one writer at a time.</summary>
public sealed class SqliteDatabase : IDatabase, IDisposable
{
    private readonly SqliteOptions _options;
    private readonly TimeProvider _time;
    private readonly string _connectionString;
    private readonly string _pragmas;
    private readonly SemaphoreSlim _writer = new(1, 1);

    // A pooled connection comes back with the settings it had: they are made once for each handle, not at every opening.
    private readonly ConditionalWeakTable<sqlite3, object> _prepared = [];

    public SqliteDatabase(SqliteOptions options, TimeProvider time)
    {
        NativeSqlite.Load();
        _options = options;
        _time = time;
        var seconds = Math.Max(1, (int)Math.Ceiling(options.BusyTimeout.TotalSeconds));
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(options.Path),
            Pooling = true,
            // The provider tries again in steps of 150 ms until this has passed; SQLite's own time-out below waits in finer ones, so the two are one.
            DefaultTimeout = seconds,
        }.ToString();
        _pragmas = string.Create(CultureInfo.InvariantCulture, $"""
            pragma busy_timeout = {seconds * 1000};
            pragma journal_mode = wal;
            pragma synchronous = full;
            pragma foreign_keys = on;
            pragma temp_store = memory;
            pragma cache_size = -8192;
            pragma mmap_size = 67108864;
            """);
    }

    public ISqlDialect Dialect { get; } = new SqliteDialect();

    public async Task<DbSession> ReadAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        try
        {
            return new DbSession(connection, connection.BeginTransaction(deferred: true), writes: false);
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
        SqliteConnection? connection = null;
        try
        {
            connection = await OpenAsync(cancellationToken);
            return new DbSession(connection, Begin(connection), writes: true, lease);
        }
        catch
        {
            connection?.Dispose();
            lease.Dispose();
            throw;
        }
    }

    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_options.Path))!);
        await _writer.WaitAsync(cancellationToken);
        using var lease = new Lease(_writer);
        var connection = await OpenAsync(cancellationToken);
        try
        {
            return new SqliteMigrator(connection, _options, _time, Begin).Run(cancellationToken);
        }
        finally
        {
            await CloseAsync(connection);
        }
    }

    // A full disk has rolled back already, and closing tries it again and fails: that must not hide why.
    private static async Task CloseAsync(SqliteConnection connection)
    {
        try
        {
            await connection.DisposeAsync();
        }
        catch (SqliteException)
        {
            SqliteConnection.ClearPool(connection);
        }
    }

    /// <summary>Closes the connections at rest, so that the file and its folder can be removed.</summary>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _writer.Dispose();
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (!_prepared.TryGetValue(connection.Handle!, out _))
            {
                using var command = connection.CreateCommand();
                command.CommandText = _pragmas;
                command.ExecuteNonQuery();
                _prepared.TryAdd(connection.Handle!, this);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private SqliteTransaction Begin(SqliteConnection connection)
    {
        try
        {
            return connection.BeginTransaction(IsolationLevel.Serializable, deferred: false);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            throw new TimeoutException($"The database '{_options.Path}' is held by another process that writes; gave up after {_options.BusyTimeout.TotalSeconds:0} seconds.", e);
        }
    }

    private sealed class Lease(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
