using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;
using Portal.Testing;
using Xunit;

namespace Portal.Tests;

/// <summary>The application over a small content of its own, of every kind that has a list: what tests count does not change with the real content.</summary>
public sealed class KindsSite : IAsyncLifetime
{
    private const string Recipe = """
        { "name": "Kinds", "issetuprecipe": true, "steps": [
          { "name": "settings", "SiteName": "Portal" },
          { "name": "themes", "site": "Commons" },
          { "name": "recipes", "Values": [
            { "executionid": "Kinds", "name": "Portal.Knowledge" }, { "executionid": "Kinds", "name": "Portal.Countries" }, { "executionid": "Kinds", "name": "Portal.Directory" },
            { "executionid": "Kinds", "name": "Portal.Practices" }, { "executionid": "Kinds", "name": "Portal.Guidance" }, { "executionid": "Kinds", "name": "Portal.Training" }] },
          { "name": "content-folder", "path": "../content" }] }
        """;

    public PortalApplication App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var source = new TemporaryFolder();
        Copy("recipes", source);
        Copy(Path.Combine("content", "taxonomies"), source);
        KindsContent.Write(source);
        var recipe = source.Write("recipes/kinds.recipe.json", Recipe);

        var data = new TemporaryFolder();
        await using (var setUp = PortalApplication.Build(data.Path, new CapturedLog()))
        {
            Assert.Empty((await setUp.Services.GetRequiredService<SiteSetup>().RunAsync(recipe, null, CancellationToken.None)).Errors);
        }

        App = await PortalApplication.StartAsync(data);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static void Copy(string folder, TemporaryFolder target)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder)))
        {
            target.Write(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllText(file));
        }
    }
}
