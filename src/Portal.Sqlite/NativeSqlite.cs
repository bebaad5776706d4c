using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Portal.Sqlite;

/// <summary>Binds the provider to the system's SQLite, so that its security updates are the system's and no copy of ours grows old.</summary>
internal static class NativeSqlite
{
    /// <summary><c>json_each</c>, <c>returning</c> and <c>strict</c> tables are built in from here on.</summary>
    private const int OldestVersion = 3_038_000;

    private static readonly Lazy<bool> Loaded = new(Bind);

    /// <summary>Does its work once a process.</summary>
    /// <exception cref="SqliteLibraryException">The library is missing, too old, or lacks FTS5; the message says what to install.</exception>
    public static void Load() => _ = Loaded.Value;

    private static bool Bind()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        if (raw.sqlite3_libversion_number() < OldestVersion)
        {
            throw new SqliteLibraryException($"SQLite {raw.sqlite3_libversion().utf8_to_string()} is too old: version 3.38 or newer is needed. {Advice}");
        }

        if (!HasFullText())
        {
            throw new SqliteLibraryException($"The system's SQLite has no full-text search (FTS5). {Advice}");
        }

        return true;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        foreach (var candidate in Candidates)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, searchPath, out var library))
            {
                return library;
            }
        }

        throw new SqliteLibraryException($"The SQLite library is missing (looked for {string.Join(", ", Candidates)}). {Advice}");
    }

    private static bool HasFullText()
    {
        raw.sqlite3_open(":memory:", out var memory);
        using (memory)
        {
            return raw.sqlite3_exec(memory, "create virtual table t using fts5(a)") == raw.SQLITE_OK;
        }
    }

    private static string[] Candidates
        => OperatingSystem.IsWindows() ? ["sqlite3", "e_sqlite3", "winsqlite3"]
            : OperatingSystem.IsMacOS() ? ["/opt/homebrew/opt/sqlite/lib/libsqlite3.dylib", "/usr/local/opt/sqlite/lib/libsqlite3.dylib", "libsqlite3.dylib"]
            : ["libsqlite3.so.0", "libsqlite3.so"];

    private static string Advice
        => OperatingSystem.IsWindows() ? "Put sqlite3.dll from sqlite.org beside the application."
            : OperatingSystem.IsMacOS() ? "Install it with 'brew install sqlite'."
            : "Install it with 'apt-get install libsqlite3-0' or your system's equal.";
}
