using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Kernel.Import;
using Portal.Kernel.Media;
using Portal.Kernel.Recipes;
using Portal.Modules.Directory;
using Portal.Modules.Guidance;
using Portal.Modules.Knowledge;
using Portal.Modules.Practices;
using Portal.Modules.Search;
using Portal.Modules.Site;
using Portal.Modules.Standards;
using Portal.Modules.Training;
using Portal.Testing;
using Portal.Tests.Sqlite;
using Xunit;

namespace Portal.Tests.Import;

/// <summary>The kernel over a database of its own, with the knowledge base's definitions, and an empty folder to import.</summary>
public sealed class ImportSite : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    private ImportSite(IReadOnlyDictionary<string, string?>? configuration, bool? onPostgres)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration ?? new Dictionary<string, string?>()).Build());
        services.AddTestDatabase(_folder.Path, onPostgres).AddMedia(MediaFolder).AddPortalKernel()
            .AddSingleton<IModule, SiteModule>().AddSingleton<IModule, KnowledgeModule>().AddSingleton<IModule, PracticesModule>().AddSingleton<IModule, DirectoryModule>()
            .AddSingleton<IModule, GuidanceModule>().AddSingleton<IModule, StandardsModule>().AddSingleton<IModule, TrainingModule>().AddSingleton<IModule, SearchModule>();
        _services = services.BuildServiceProvider();
        Directory.CreateDirectory(ContentFolder);
    }

    /// <summary>The recipes and the content that come with the program.</summary>
    public static string Shipped(string path) => Path.Combine(AppContext.BaseDirectory, path);

    public string ContentFolder => _folder.File("content");

    /// <summary>Every row of every table.</summary>
    public IReadOnlyList<string> Dump(params string[] without) => SiteDump.OfFolder(_folder.Path, without);

    /// <summary>Where the bytes of media files are.</summary>
    public string MediaFolder => _folder.File("media");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A site without definitions.</summary>
    public static async Task<ImportSite> EmptyAsync(IReadOnlyDictionary<string, string?>? configuration = null, bool? onPostgres = null)
    {
        var site = new ImportSite(configuration, onPostgres);
        await site.Get<IDatabase>().MigrateAsync(Token);
        return site;
    }

    /// <summary>A site with the definitions of the knowledge base.</summary>
    public static async Task<ImportSite> StartAsync(bool? onPostgres = null)
    {
        var site = await EmptyAsync(onPostgres: onPostgres);
        var report = await site.RunAsync(Shipped("recipes/knowledge.recipe.json"));
        Assert.Empty(report.Errors);
        return site;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A path beside the content's folder.</summary>
    public string Beside(string name) => _folder.File(name);

    /// <summary>Writes a file beside the content's folder.</summary>
    public string WriteBeside(string name, string text) => _folder.Write(name, text);

    /// <summary>Writes a file of the content's folder.</summary>
    public ImportSite Write(string name, string text)
    {
        _folder.Write("content/" + name, text);
        return this;
    }

    public ImportSite WriteBytes(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder.Write("content/" + name, ""), bytes);
        return this;
    }

    /// <summary>Writes a page with a title, further lines of front matter and a body.</summary>
    public ImportSite WritePage(string name, string lines = "", string body = "")
        => Write(name, $"---\ntype: Page\ntitle: {Path.GetFileNameWithoutExtension(name)}\n{(lines.Length > 0 ? lines + "\n" : "")}---\n\n{body}\n");

    public void Delete(string name) => File.Delete(Path.Combine(ContentFolder, name));

    public void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(ContentFolder, to))!);
        File.Move(Path.Combine(ContentFolder, from), Path.Combine(ContentFolder, to));
    }

    /// <summary>Imports as the command does: commits when there are no errors, and not when it only checks.</summary>
    public async Task<ImportReport> ImportAsync(bool checkOnly = false, string? folder = null, bool allowBrokenLinks = false)
    {
        await using var session = await Get<IDatabase>().WriteAsync(Token);
        var report = await Get<ContentFolderImport>().RunAsync(session, folder ?? ContentFolder, new ImportOptions(Actor.System, null, checkOnly) { AllowBrokenLinks = allowBrokenLinks }, Token);
        if (report.Succeeded && !checkOnly)
        {
            await session.CommitAsync(Token);
        }

        return report;
    }

    /// <summary>Imports what must have exactly one error.</summary>
    public async Task<ImportError> OneErrorAsync() => Assert.Single((await ImportAsync()).Errors);

    /// <summary>Imports, and takes errors for a mistake of the test.</summary>
    public async Task<ImportReport> ImportCleanAsync()
    {
        var report = await ImportAsync();
        Assert.Empty(report.Errors);
        return report;
    }

    public async Task<RecipeReport> RunAsync(string recipe, RecipeOptions? options = null)
    {
        await using var session = await Get<IDatabase>().WriteAsync(Token);
        var report = await Get<RecipeRunner>().RunAsync(session, recipe, options ?? new RecipeOptions(Actor.System), null, Token);
        if (report.Succeeded && options is not { Check: true })
        {
            await session.CommitAsync(Token);
        }

        return report;
    }

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read)
    {
        await using var session = await Get<IDatabase>().ReadAsync(Token);
        return await read(session);
    }

    public async Task<SaveResult> PublishAsync(ContentItem item)
    {
        await using var session = await Get<IDatabase>().WriteAsync(Token);
        var result = await Get<ContentManager>().PublishAsync(session, item, Actor.System, Token);
        if (result.Saved)
        {
            await session.CommitAsync(Token);
        }

        return result;
    }

    /// <summary>The newest version of the item with a path.</summary>
    public Task<ContentItem?> LatestAsync(string path) => OneAsync("join content_path p on p.version_id = i.version_id where p.path = @key and i.latest = 1", path);

    public Task<ContentItem?> PublishedAsync(string path) => OneAsync("join content_path p on p.version_id = i.version_id where p.path = @key and i.published = 1", path);

    public Task<ContentItem?> TaxonomyAsync(string title) => OneAsync("where i.type = 'Taxonomy' and i.display_text = @key and i.published = 1", title);

    public Task<int> CountAsync(string table) => ReadAsync(session => session.FirstOrDefaultAsync<int>($"select count(*) from {table}", null, Token));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    private Task<ContentItem?> OneAsync(string condition, string key)
        => ReadAsync(async session => (await Get<ContentStore>().ReadAsync(session, condition, new { key }, Token)).SingleOrDefault());
}
