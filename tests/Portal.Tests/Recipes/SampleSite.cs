using Portal.Kernel.Recipes;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Recipes;

/// <summary>A site with what the samples bring, for recipes that must change nothing of it.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    public ImportSite Site { get; private set; } = null!;

    /// <summary>The folder that <see cref="ImportSite.WriteBeside"/> writes to.</summary>
    public string Folder => Path.GetDirectoryName(Site.ContentFolder)!;

    public async ValueTask InitializeAsync()
    {
        Site = await ImportSite.EmptyAsync();
        foreach (var name in new[] { "site.recipe.json", "content.recipe.json" })
        {
            Assert.Empty((await Site.RunAsync(Samples.PathOf(name), Samples.Options(name))).Errors);
        }
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>Runs what must have errors, and sees that the site is as before.</summary>
    public async Task<IReadOnlyList<RecipeError>> FailAsync(string recipe)
    {
        var before = Site.Dump();
        var report = await Site.RunAsync(recipe);
        Assert.NotEmpty(report.Errors);
        Assert.Equal(before, Site.Dump());
        return report.Errors;
    }

    /// <summary>A recipe with the step as its second, on its third line; the first would change the site.</summary>
    public string Write(string step) => Site.WriteBeside(
        "wrong.recipe.json",
        $$"""
        { "variables": { "round": "[js: variables('round')]" },
          "steps": [ { "name": "settings", "SiteName": "Changed" },
            {{step}}
        ] }
        """);

    /// <summary>Runs a step that cannot be done, and sees what is said of it, and where.</summary>
    public async Task AssertWrongAsync(string step, string message)
    {
        var error = Assert.Single(await FailAsync(Write(step)));
        Assert.Equal(("wrong.recipe.json", 3, 2), (error.File, error.Line, error.Number));
        Assert.Contains($"\"{error.Name}\"", step, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
