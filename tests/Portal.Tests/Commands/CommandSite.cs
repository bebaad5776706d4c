using Microsoft.Data.Sqlite;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Commands;

/// <summary>The data folder of a site that is set up, for commands to work on.</summary>
public sealed class CommandSite : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    public static async Task<CommandSite> StartAsync()
    {
        var site = new CommandSite();
        await ReadySite.CopyToAsync(site.Folder);
        return site;
    }

    /// <summary>Runs a verb on the site.</summary>
    public Task<HostResult> RunAsync(params IEnumerable<string> args) => HostProcess.RunAsync(TestContext.Current.CancellationToken, [.. args, HostProcess.Data(Folder)]);

    /// <summary>Every version id with what it holds: two that are equal are one state of the content.</summary>
    public IReadOnlyList<string> Versions() => Query(Folder, "select version_id || ' ' || latest || published || ' ' || content from content_item order by version_id");

    public static IReadOnlyList<string> Query(string folder, string sql)
    {
        if (TestDatabase.IsPostgres)
        {
            return TestDatabase.Rows(folder, sql);
        }

        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "portal.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    public void Dispose() => _folder.Dispose();
}
