using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Dapper;

namespace Portal.Kernel.Data;

/// <summary>
/// One connection and, for a unit of work, one transaction. Not for use from two threads at a time.
/// What must happen only after the data is safe (evicting caches) is registered with <see cref="AfterCommit"/>.
/// </summary>
public sealed class DbSession(DbConnection connection, DbTransaction transaction, bool writes, IDisposable? lease = null) : IAsyncDisposable
{
    // No database takes any number of parameters in one statement.
    private const int RowsAtOnce = 100;

    private readonly List<Func<CancellationToken, ValueTask>> _beforeCommit = [];
    private readonly List<Func<CancellationToken, ValueTask>> _afterCommit = [];
    private bool _committed;
    private string? _refusal;

    static DbSession() => SharedTypes.Bind();

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    /// <summary>Whether this session may change anything.</summary>
    public bool Writes => writes;

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(connection.QueryAsync<T>(Command(sql, parameters, cancellationToken)));
        return rows.AsList();
    }

    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? parameters, CancellationToken cancellationToken)
        => ReadAsync(connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters, cancellationToken)));

    public Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancellationToken)
        => connection.ExecuteAsync(Command(sql, parameters, cancellationToken));

    /// <summary>Inserts rows, many with one statement.</summary>
    /// <param name="columns">The table and its columns: <c>content_term (version_id, term)</c>.</param>
    /// <param name="rows">The values of each, in the order of the columns: texts, whole numbers, bytes and null.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task InsertAsync(string columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            QueryCount.Add();
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            var places = some.Select(row => $"({string.Join(", ", row.Select(value => Bind(command, value)))})");
            command.CommandText = $"insert into {columns} values {string.Join(", ", places)}";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Runs as the last of the unit of work, in its transaction and in the order registered: for what was put off. Whatever goes wrong in it, nothing is committed.</summary>
    public void BeforeCommit(Func<CancellationToken, ValueTask> action) => _beforeCommit.Add(action);

    /// <summary>Runs once the transaction is committed, in the order registered; never when it is not.</summary>
    public void AfterCommit(Func<CancellationToken, ValueTask> action) => _afterCommit.Add(action);

    /// <summary>Holds this session to never being committed, for work that was only tried; the reason is a sentence.</summary>
    public void RefuseCommit(string reason) => _refusal ??= reason;

    /// <exception cref="InvalidOperationException">The session was held to never being committed (<see cref="RefuseCommit"/>).</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (_refusal is not null)
        {
            throw new InvalidOperationException(_refusal);
        }

        foreach (var action in _beforeCommit)
        {
            await action(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        _committed = true;
        lease?.Dispose();
        foreach (var action in _afterCommit)
        {
            // The data is safe: whoever asked may have gone, the caches still have to be told.
            await action(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await DisposeAsync(transaction);
            await DisposeAsync(connection);
        }
        finally
        {
            // Whatever became of the transaction, the next writer must not wait for ever.
            if (!_committed)
            {
                lease?.Dispose();
            }
        }
    }

    // A full disk has rolled back already, a server that stops takes the connection along, and whoever then rolls back fails: transaction and, with it,
    // connection. Why it failed is on its way to the caller and must not be hidden by this. What stays open is the provider's pool's to gather up.
    private async ValueTask DisposeAsync(IAsyncDisposable resource)
    {
        try
        {
            await resource.DisposeAsync();
        }
        catch (Exception exception) when (!_committed && (exception is DbException || (exception is InvalidOperationException && connection.State != ConnectionState.Open)))
        {
        }
    }

    // Dapper calls whatever goes wrong within a value a wrong value, a connection that is lost there too.
    private static async Task<T> ReadAsync<T>(Task<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (DataException exception) when (exception.InnerException is DbException lost)
        {
            ExceptionDispatchInfo.Throw(lost);
            throw;
        }
    }

    private static string Bind(DbCommand command, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        parameter.Value = value is string text ? SharedTypes.Text(text) : value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    private CommandDefinition Command(string sql, object? parameters, CancellationToken cancellationToken)
    {
        QueryCount.Add();
        return new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken);
    }
}
