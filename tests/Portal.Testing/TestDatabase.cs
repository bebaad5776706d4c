using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Portal.PostgreSql;
using Portal.Sqlite;

namespace Portal.Testing;

/// <summary>
/// What database the tests' sites live in: a file in their data folder or, with <c>PORTAL_TEST_DATABASE=Postgres</c> in the environment, a database of the tests' own
/// server for each data folder. The same tests run on both; what is about a file of SQLite bears the trait <c>Database=Sqlite</c>.
/// </summary>
public static class TestDatabase
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> Databases = new(StringComparer.Ordinal);

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("PORTAL_TEST_DATABASE") == "Postgres";

    /// <summary>The connection string of a data folder's database, which is made when it is asked for first.</summary>
    public static string Postgres(string dataFolder) => Databases.GetOrAdd(Path.GetFullPath(dataFolder), static _ => new Lazy<string>(() => New(null))).Value;

    /// <summary>What the host is told, as the command line takes it.</summary>
    public static IReadOnlyList<string> Settings(string dataFolder)
        => IsPostgres ? ["--Portal:Database:Provider=Postgres", $"--ConnectionStrings:Portal={Postgres(dataFolder)}"] : [];

    /// <summary>Gives a data folder a copy of another's database, where that is no file. Nobody may be connected to it.</summary>
    public static void Copy(string from, string to)
    {
        if (IsPostgres)
        {
            var template = Postgres(from);
            Databases[Path.GetFullPath(to)] = new Lazy<string>(() => New(template));
        }
    }

    /// <summary>The database for a test that puts the kernel together itself.</summary>
    /// <param name="services">What the kernel is put together from.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="onPostgres">Which of the two, for a test that needs both.</param>
    public static IServiceCollection AddTestDatabase(this IServiceCollection services, string dataFolder, bool? onPostgres = null)
        => onPostgres ?? IsPostgres ? services.AddPostgres(Postgres(dataFolder)) : services.AddSqlite(Path.Combine(dataFolder, "portal.db"));

    /// <summary>Runs SQL on a data folder's database on the server. Rows are lines, their columns parted by tabs.</summary>
    public static IReadOnlyList<string> Rows(string dataFolder, string sql)
    {
        var connectionString = Postgres(dataFolder);
        var name = connectionString[(connectionString.LastIndexOf('=') + 1)..];
        return [.. Task.Run(async () => await (await PostgresCluster.SharedAsync()).SqlAsync(sql, name)).GetAwaiter().GetResult().Split('\n').Where(line => line.Length > 0)];
    }

    // Most of what asks cannot await: it puts a host together.
    private static string New(string? template) => Task.Run(async () => await (await PostgresCluster.SharedAsync()).NewDatabaseAsync(template)).GetAwaiter().GetResult();
}
