using Dapper;
using Microsoft.Data.Sqlite;
using Portal.Kernel.Data;

namespace Portal.Sqlite;

/// <summary>Brings the file to the shape that this version of the application expects.</summary>
internal sealed class SqliteMigrator(SqliteConnection connection, SqliteOptions options, TimeProvider time, Func<SqliteConnection, SqliteTransaction> begin)
{
    public IReadOnlyList<string> Run(CancellationToken cancellationToken)
    {
        connection.Execute("""
            create table if not exists migration (
              name text primary key not null,
              checksum text not null,
              applied_utc text not null
            ) strict
            """);

        var applied = Applied();
        var due = options.Migrations.Where(migration => !applied.ContainsKey(migration.Name)).ToList();
        var done = new List<string>();
        // A migration may have to build a table anew that others refer to; the references are checked before its commit instead.
        connection.Execute("pragma foreign_keys = off");
        try
        {
            foreach (var migration in due)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Apply(migration, copyFirst: done.Count == 0))
                {
                    done.Add(migration.Name);
                }
            }
        }
        finally
        {
            CheckReferencesAgain();
        }

        return done;
    }

    private void CheckReferencesAgain()
    {
        try
        {
            connection.Execute("pragma foreign_keys = on");
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            // A transaction that a full disk has ended cannot be got rid of, so the connection must not be used again.
            SqliteConnection.ClearPool(connection);
        }
    }

    private Dictionary<string, string> Applied(SqliteTransaction? transaction = null)
    {
        var applied = connection.Query<(string Name, string Checksum)>("select name, checksum from migration order by name", transaction: transaction)
            .ToDictionary(row => row.Name, row => row.Checksum, StringComparer.Ordinal);
        var known = options.Migrations.ToDictionary(migration => migration.Name, StringComparer.Ordinal);
        foreach (var (name, checksum) in applied)
        {
            if (!known.TryGetValue(name, out var migration))
            {
                throw new MigrationException($"The database '{options.Path}' has the migration {name}, which this version of the application does not know: it belongs to a newer one.");
            }

            if (migration.Checksum != checksum)
            {
                throw new MigrationException($"The migration {name} has changed since it was applied to '{options.Path}'. Put it back as it was and add a new one.");
            }
        }

        return applied;
    }

    private bool Apply(Migration migration, bool copyFirst)
    {
        var transaction = begin(connection);
        try
        {
            return Apply(migration, transaction, copyFirst);
        }
        finally
        {
            Undo(transaction);
        }
    }

    // A full disk has rolled back already, and whoever tries it again fails: that must not hide why.
    private static void Undo(SqliteTransaction transaction)
    {
        try
        {
            transaction.Dispose();
        }
        catch (SqliteException)
        {
        }
    }

    private bool Apply(Migration migration, SqliteTransaction transaction, bool copyFirst)
    {
        // Another process may have been first: its lock has been waited for, so look again.
        if (Applied(transaction).ContainsKey(migration.Name))
        {
            return false;
        }

        if (copyFirst)
        {
            Copy(migration);
        }

        try
        {
            connection.Execute(migration.Sql, transaction: transaction);
            if (connection.QueryFirstOrDefault<string>("select \"table\" from pragma_foreign_key_check", transaction: transaction) is { } table)
            {
                throw new MigrationException($"The migration {migration.Name} left rows in the table {table} that refer to nothing; nothing of it was kept.");
            }

            connection.Execute("insert into migration (name, checksum, applied_utc) values (@Name, @Checksum, @Utc)",
                new { migration.Name, migration.Checksum, Utc = time.GetUtcNow().UtcDateTime.ToString("O") }, transaction);
            transaction.Commit();
            return true;
        }
        catch (SqliteException e)
        {
            throw new MigrationException($"The migration {migration.Name} failed, nothing of it was kept: {e.Message}", e);
        }
    }

    /// <summary>Called with the write lock held, so that nobody changes the database between its copy and the migration. Another connection reads what is committed.</summary>
    private void Copy(Migration migration)
    {
        if (connection.ExecuteScalar<long>("select count(*) from sqlite_master where tbl_name <> 'migration'") > 0)
        {
            using var reader = new SqliteConnection(connection.ConnectionString);
            reader.Open();
            SqliteCopy.To(reader, $"{Path.GetFullPath(options.Path)}.before-{Path.GetFileNameWithoutExtension(migration.Name)}.bak");
        }
    }
}
