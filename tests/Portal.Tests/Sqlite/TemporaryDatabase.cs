using Portal.Kernel.Data;
using Portal.Sqlite;

namespace Portal.Tests.Sqlite;

/// <summary>A folder of its own for a database file, gone with the test.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-").FullName;
    private readonly List<SqliteDatabase> _opened = [];

    public string Folder => _folder;

    public string File => Path.Combine(_folder, "data", "portal.db");

    /// <summary>Opens the file; more than once is like more than one process, for each has its own gate.</summary>
    public SqliteDatabase Open(IReadOnlyList<Migration>? migrations = null, TimeSpan? busyTimeout = null)
    {
        var options = new SqliteOptions { Path = File, BusyTimeout = busyTimeout ?? TimeSpan.FromSeconds(1) };
        var database = new SqliteDatabase(migrations is null ? options : options with { Migrations = migrations }, TimeProvider.System);
        _opened.Add(database);
        return database;
    }

    public void Dispose()
    {
        _opened.ForEach(database => database.Dispose());
        Directory.Delete(_folder, recursive: true);
    }
}
