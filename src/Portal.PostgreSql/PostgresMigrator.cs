using Dapper;
using Npgsql;
using Portal.Kernel.Data;

namespace Portal.PostgreSql;

/// <summary>Brings the database to the shape that this version of the application expects.</summary>
internal sealed class PostgresMigrator(
    NpgsqlConnection connection, IReadOnlyList<Migration> migrations, string server, TimeProvider time, Func<NpgsqlConnection, CancellationToken, Task<NpgsqlTransaction>> begin)
{
    // Building an index of a large table takes what it takes.
    private const int NoTimeout = 0;

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        // Also the table is made under the lock: two that make it at once get in each other's way, 'if not exists' or no.
        IReadOnlyList<Migration> due;
        await using (var transaction = await begin(connection, cancellationToken))
        {
            await ExecuteAsync(
                """
                create table if not exists migration (
                  name text collate "C" primary key not null,
                  checksum text not null,
                  applied_utc text not null
                )
                """, null, transaction, cancellationToken);
            var applied = await AppliedAsync(transaction, cancellationToken);
            due = [.. migrations.Where(migration => !applied.Contains(migration.Name))];
            await transaction.CommitAsync(cancellationToken);
        }

        var done = new List<string>();
        foreach (var migration in due)
        {
            if (await ApplyAsync(migration, cancellationToken))
            {
                done.Add(migration.Name);
            }
        }

        return done;
    }

    private async Task<HashSet<string>> AppliedAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var applied = await connection.QueryAsync<(string Name, string Checksum)>(
            new CommandDefinition("select name, checksum from migration order by name", transaction: transaction, cancellationToken: cancellationToken));
        var known = migrations.ToDictionary(migration => migration.Name, StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, checksum) in applied)
        {
            if (!known.TryGetValue(name, out var migration))
            {
                throw new MigrationException($"The database {server} has the migration {name}, which this version of the application does not know: it belongs to a newer one.");
            }

            if (migration.Checksum != checksum)
            {
                throw new MigrationException($"The migration {name} has changed since it was applied to {server}. Put it back as it was and add a new one.");
            }

            names.Add(name);
        }

        return names;
    }

    private async Task<bool> ApplyAsync(Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await begin(connection, cancellationToken);
        // Another process may have been first: its lock has been waited for, so look again.
        if ((await AppliedAsync(transaction, cancellationToken)).Contains(migration.Name))
        {
            return false;
        }

        try
        {
            await ExecuteAsync(migration.Sql, null, transaction, cancellationToken);
            await ExecuteAsync(
                "insert into migration (name, checksum, applied_utc) values (@Name, @Checksum, @Utc)",
                new { migration.Name, migration.Checksum, Utc = time.GetUtcNow().UtcDateTime.ToString("O") }, transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (PostgresException e) when (!e.IsTransient)
        {
            throw new MigrationException($"The migration {migration.Name} failed, nothing of it was kept: {e.MessageText}", e);
        }
    }

    private Task<int> ExecuteAsync(string sql, object? parameters, NpgsqlTransaction transaction, CancellationToken cancellationToken)
        => connection.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, NoTimeout, cancellationToken: cancellationToken));
}
