using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Kernel.Data;
using Portal.Web.Composition;

namespace Portal.Testing;

/// <summary>The real application on a free port, with its own folder and database, which go when it is disposed of.</summary>
public sealed class PortalApplication : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;

    private PortalApplication(WebApplication app, TemporaryFolder folder, CapturedLog log)
    {
        (_app, _folder, Log) = (app, folder, log);
        Address = new Uri(app.Urls.First());
        Client = NewClient();
    }

    public Uri Address { get; }

    /// <summary>Follows no redirects, keeps no cookies: what the server answers is what a test sees.</summary>
    public HttpClient Client { get; }

    public CapturedLog Log { get; }

    public IServiceProvider Services => _app.Services;

    public string DataFolder => _folder.Path;

    /// <summary>Starts over a copy of the site with the whole content.</summary>
    /// <param name="clock">In place of the real one.</param>
    /// <param name="settings">Configuration as the command line takes it.</param>
    public static async Task<PortalApplication> StartAsync(FakeClock? clock = null, params string[] settings)
    {
        var folder = new TemporaryFolder();
        await ReadySite.CopyToAsync(folder.Path);
        return await StartAsync(folder, clock, settings);
    }

    /// <summary>Starts over the folder as it is, which may be empty; it belongs to the application from now on.</summary>
    public static async Task<PortalApplication> StartAsync(TemporaryFolder folder, FakeClock? clock = null, params string[] settings)
    {
        var log = new CapturedLog();
        var app = Build(folder.Path, log, clock, settings);
        await app.StartAsync();
        return new PortalApplication(app, folder, log);
    }

    /// <summary>The application without a server: for set-up and commands.</summary>
    public static WebApplication Build(string dataFolder, CapturedLog log, FakeClock? clock = null, params string[] settings) => PortalHost.Build(
        [$"--Portal:DataPath={dataFolder}", "--urls=http://127.0.0.1:0", "--environment=Production", "--Portal:ServerTiming=true", .. TestDatabase.Settings(dataFolder), .. settings],
        builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            if (clock is not null)
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
            }
        });

    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
    {
        BaseAddress = Address,
    };

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Changes the site in one unit of work.</summary>
    public async Task ChangeAsync(Func<DbSession, Task> change)
    {
        await using var session = await Get<IDatabase>().WriteAsync(CancellationToken.None);
        await change(session);
        await session.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
