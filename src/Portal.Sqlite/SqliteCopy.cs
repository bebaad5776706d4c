using Dapper;
using Microsoft.Data.Sqlite;

namespace Portal.Sqlite;

/// <summary>A consistent copy of the database as it is now, while others read and write.</summary>
internal static class SqliteCopy
{
    /// <summary>Replaces <paramref name="path"/>, which is either as it was or whole, whenever the process dies. Not for two at a time to the same path.</summary>
    public static void To(SqliteConnection connection, string path)
    {
        var partial = path + ".partial";
        File.Delete(partial);
        connection.Execute("vacuum into @partial", new { partial });
        using (var file = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
        {
            // SQLite leaves the new file to the system's cache.
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }
}
