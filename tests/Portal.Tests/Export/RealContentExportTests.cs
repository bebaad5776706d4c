using Portal.Testing;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Export;

/// <summary>The content that comes with the program goes in and comes out.</summary>
public sealed class RealContentExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SetUp_Exported_IsTheContentFolder()
    {
        await using var site = await ImportSite.EmptyAsync();
        Assert.Empty((await site.RunAsync(ImportSite.Shipped("recipes/portal.recipe.json"))).Errors);

        var report = await site.ExportAsync(_folder.File("out"));

        Assert.Empty(report.Warnings);
        Exports.AssertSame(Path.Combine(Repository.Root, "content"), _folder.File("out"));
    }

    [Fact]
    public async Task Exported_ImportedIntoAnEmptySite_ExportsTheSame()
    {
        await using var first = await ImportSite.EmptyAsync();
        await first.RunAsync(ImportSite.Shipped("recipes/portal.recipe.json"));
        await first.ExportAsync(_folder.File("first"));

        await using var second = await ImportSite.StartAsync();
        foreach (var recipe in Directory.EnumerateFiles(ImportSite.Shipped("recipes")).Where(recipe => Path.GetFileName(recipe) != "portal.recipe.json"))
        {
            Assert.Empty((await second.RunAsync(recipe)).Errors);
        }

        Assert.Empty((await second.ImportAsync(folder: _folder.File("first"))).Errors);
        await second.ExportAsync(_folder.File("second"));

        Exports.AssertSame(_folder.File("first"), _folder.File("second"));
    }
}
