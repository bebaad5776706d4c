using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;
using Portal.Kernel.Media;
using Portal.Testing;
using Portal.Tests.Recipes;
using Portal.Tests.Sqlite;
using Xunit;

namespace Portal.Tests.Crash;

/// <summary>A small site to do harm to copies of, and what is to be read into it.</summary>
public sealed class CrashLab : IAsyncLifetime
{
    // What is made anew at each run. Everything else must be as before or as after.
    private static readonly string[] Fresh =
        ["version_id", "id", "rowid", "section_id", "happened_utc", "modified_utc", "published_utc", "created_utc", "applied_utc", "revision", "date",
        // Of the search index, whose segments hold dates and are numbered on.
        "search_state.version", "search_state.next_item", "search_state.next_segment", "search_segment.first_item", "search_segment.last_item", "search_segment.data",
        "search_block.segment", "search_block.data", "search_dead.item", "search_dead.version"];

    private readonly TemporaryFolder _input = new();
    private readonly TemporaryFolder _site = new();

    public string ContentFolder { get; private set; } = "";

    public string Recipe { get; private set; } = "";

    public string Package { get; private set; } = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (ContentFolder, Recipe, Package) = (CrashInput.Folder(_input), CrashInput.Recipe(_input), CrashInput.Package(_input));
        Copy(Samples.Folder, _input.File("samples"));
        var setup = _input.Write("samples/all.recipe.json", """{ "name": "All", "steps": [ { "name": "recipes", "Values": [ { "name": "Samples.Site" }, { "name": "Samples.Content" } ] } ] }""");
        await using var app = PortalApplication.Build(_site.Path, new CapturedLog());
        Assert.Empty((await app.Services.GetRequiredService<SiteSetup>().RunAsync(setup, null, Token)).Errors);
    }

    public ValueTask DisposeAsync()
    {
        _input.Dispose();
        _site.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A copy of the site.</summary>
    public TemporaryFolder Site()
    {
        var copy = new TemporaryFolder();
        Copy(_site.Path, copy.Path);
        return copy;
    }

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    /// <summary>Starts the site, sees that it answers and that no media file has lost its bytes, and says what it holds.</summary>
    public static async Task<IReadOnlyList<string>> StateAsync(string folder)
    {
        using (var copy = new TemporaryFolder())
        {
            // The application deletes the folder it was given.
            Copy(folder, copy.Path);
            await using var app = await PortalApplication.StartAsync(copy);
            Assert.Equal(HttpStatusCode.OK, await app.StatusAsync("/health/ready"));
            await using var session = await app.Get<Kernel.Data.IDatabase>().ReadAsync(Token);
            var media = app.Get<MediaStore>();
            foreach (var file in await media.ListAsync(session, "", 1000, Token))
            {
                Assert.Equal(file.Bytes, new FileInfo(media.Find(file) ?? throw new InvalidOperationException($"{file.Path} has lost its bytes.")).Length);
            }
        }

        return SiteDump.Read(Path.Combine(folder, "portal.db"), Fresh);
    }
}
