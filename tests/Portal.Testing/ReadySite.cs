using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;

namespace Portal.Testing;

/// <summary>A site that was set up once with the whole content; each application gets a copy of its own.</summary>
public static class ReadySite
{
    private static readonly Lazy<Task<string>> Site = new(SetUpAsync);

    /// <summary>The recipe that came with the program.</summary>
    public static string Recipe => Path.Combine(AppContext.BaseDirectory, "recipes", "portal.recipe.json");

    /// <summary>How many items the content that came with the program makes: one a file.</summary>
    public static int Items { get; } = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "content"), "*", SearchOption.AllDirectories)
        .Count(file => Path.GetExtension(file) is ".md" or ".yml" && Path.GetFileName(file) != "README.md");

    /// <summary>How many of them have a page of their own: all but the taxonomies.</summary>
    public static int Pages { get; } = Items - Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "content", "taxonomies")).Count();

    public static async Task CopyToAsync(string folder)
    {
        var site = await Site.Value;
        TestDatabase.Copy(site, folder);
        foreach (var file in Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(site, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static async Task<string> SetUpAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-ready-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using var app = PortalApplication.Build(folder, new CapturedLog());
        var result = await app.Services.GetRequiredService<SiteSetup>().RunAsync(Recipe, null, CancellationToken.None);
        return result.Errors.Count == 0 ? folder : throw new InvalidOperationException(string.Join('\n', result.Errors));
    }
}
