using System.Globalization;
using Microsoft.Data.Sqlite;
using Portal.Testing;

namespace Portal.Tests.Sqlite;

/// <summary>Every row of every table, as text: two dumps that are equal are one state of the site.</summary>
internal static class SiteDump
{
    // What keeps a virtual table's rows is the engine's affair; the rows themselves are read through the table.
    private const string Tables =
        """
        select name from sqlite_master t where type = 'table' and name not like 'sqlite_%'
            and not exists (select 1 from sqlite_master v where v.sql like 'create virtual table%' and t.name like v.name || '_%')
        order by name
        """;

    /// <summary>Of the database of a data folder, whatever it is.</summary>
    public static IReadOnlyList<string> OfFolder(string folder, params string[] without) => TestDatabase.IsPostgres ? ReadServer(folder, without) : Read(Path.Combine(folder, "portal.db"), without);

    /// <param name="file">The database's file.</param>
    /// <param name="without">Columns that are left out, those that differ from run to run: by their name in whichever table they stand, or as <c>table.column</c>.</param>
    public static IReadOnlyList<string> Read(string file, params string[] without)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        return [.. Rows(connection, Tables, []).SelectMany(table => Rows(connection, $"select * from \"{table}\"", Of(table, without)).Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"))];
    }

    private static List<string> ReadServer(string folder, string[] without)
        => [.. TestDatabase.Rows(folder, "select tablename from pg_tables where schemaname = 'public' order by tablename")
            .SelectMany(table => TestDatabase.Rows(folder, $"select to_jsonb(t) - '{{{string.Join(',', Of(table, without))}}}'::text[] from \"{table}\" t").Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"))];

    private static string[] Of(string table, string[] without) => [.. without.Select(column => column.StartsWith(table + ".", StringComparison.Ordinal) ? column[(table.Length + 1)..] : column)];

    private static List<string> Rows(SqliteConnection connection, string sql, string[] without)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Where(column => !without.Contains(reader.GetName(column), StringComparer.Ordinal)).ToList();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(" | ", columns.Select(column => Text(reader.GetValue(column)))));
        }

        return rows;
    }

    private static string? Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
