using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.PostgreSql;

/// <summary>A site on a server of its own, which tests stop and start.</summary>
public sealed class OutageSite : IAsyncLifetime
{
    private PostgresCluster? _cluster;
    private PortalApplication? _app;

    /// <summary>Skips the test where there is no PostgreSQL.</summary>
    public PostgresCluster Cluster
    {
        get
        {
            Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
            return _cluster!;
        }
    }

    public PortalApplication App => _app!;

    public string ConnectionString { get; private set; } = "";

    /// <summary>What a command on the site is told.</summary>
    public string[] Settings => [HostProcess.Data(_app!.DataFolder), .. Database];

    public string[] Database => ["--Portal:Database:Provider=Postgres", $"--ConnectionStrings:Portal={ConnectionString}"];

    public async ValueTask InitializeAsync()
    {
        if (PostgresCluster.Missing is not null)
        {
            return;
        }

        _cluster = await PostgresCluster.StartAsync(durable: true);
        ConnectionString = await _cluster.NewDatabaseAsync();
        var folder = new TemporaryFolder();
        await using (var app = PortalApplication.Build(folder.Path, new CapturedLog(), null, Database))
        {
            Assert.Empty((await app.Services.GetRequiredService<SiteSetup>().RunAsync(ReadySite.Recipe, null, CancellationToken.None)).Errors);
        }

        _app = await PortalApplication.StartAsync(folder, null, Database);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    /// <summary>Every row of the tables that a unit of work writes.</summary>
    public async Task<string> StateAsync()
    {
        var state = new List<string>();
        foreach (var table in new[] { "content_item", "content_path", "content_term", "content_reference", "former_path", "document", "change_feed", "audit_event", "media_file", "search_state", "search_item" })
        {
            state.Add(await Cluster.SqlAsync($"select '{table}', count(*), md5(string_agg(row::text, ',' order by row::text)) from {table} row", Name));
        }

        return string.Join('\n', state);
    }

    private string Name => ConnectionString[(ConnectionString.LastIndexOf('=') + 1)..];
}
