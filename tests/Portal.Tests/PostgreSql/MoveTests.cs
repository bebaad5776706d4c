using Portal.Kernel.Export;
using Portal.Kernel.Export.Package;
using Portal.Testing;
using Portal.Tests.Export;
using Portal.Tests.Export.Generated;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.PostgreSql;

/// <summary>A site moves from SQLite to PostgreSQL by an export and an import, and back: what comes out there is what came out here, byte by byte.</summary>
public sealed class MoveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MoveTests() => Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OurContent_AsAFolder_ThereAndBack_GivesTheSameBytes()
    {
        await using var here = await ImportSite.EmptyAsync(onPostgres: false);
        await here.RunAsync(ImportSite.Shipped("recipes/portal.recipe.json"));
        await here.ExportAsync(_folder.File("here"));

        await using var there = await MoveAsync("here", onPostgres: true);
        await there.ExportAsync(_folder.File("there"));
        Exports.AssertSame(_folder.File("here"), _folder.File("there"));

        await using var back = await MoveAsync("there", onPostgres: false);
        await back.ExportAsync(_folder.File("back"));
        Exports.AssertSame(_folder.File("here"), _folder.File("back"));
    }

    [Fact]
    public async Task OurContent_AsAPackage_GivesTheSameBytes()
    {
        await using var here = await ImportSite.EmptyAsync(onPostgres: false);
        Assert.Empty((await here.RunAsync(ImportSite.Shipped("recipes/portal.recipe.json"))).Errors);
        await here.Get<PackageExport>().RunAsync(_folder.File("here.zip"), ExportOptions.Everything, asSetup: false, Token);

        await using var there = await ImportSite.EmptyAsync(onPostgres: true);
        Assert.Empty((await there.RunAsync(_folder.File("here.zip"))).Errors);
        await there.Get<PackageExport>().RunAsync(_folder.File("there.zip"), ExportOptions.Everything, asSetup: false, Token);
        Assert.Equal(await File.ReadAllBytesAsync(_folder.File("here.zip"), Token), await File.ReadAllBytesAsync(_folder.File("there.zip"), Token));
    }

    // Items of every kind in every state, with odd texts: those that a dictionary would put in another order, and such as no database likes.
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task GeneratedSite_GivesTheSameBytes(int seed)
    {
        await using var here = await GeneratedSite.DefineAsync(onPostgres: false);
        await new GeneratedSite(here, seed).FillAsync(120);
        await here.ExportAsync(_folder.File("here"));

        await using var there = await GeneratedSite.DefineAsync(onPostgres: true);
        Assert.Empty((await there.ImportAsync(folder: _folder.File("here"), allowBrokenLinks: true)).Errors);
        await there.ExportAsync(_folder.File("there"));
        Exports.AssertSame(_folder.File("here"), _folder.File("there"));
    }

    private async Task<ImportSite> MoveAsync(string folder, bool onPostgres)
    {
        var site = await ImportSite.StartAsync(onPostgres);
        foreach (var recipe in Directory.EnumerateFiles(ImportSite.Shipped("recipes")).Where(recipe => Path.GetFileName(recipe) != "portal.recipe.json"))
        {
            Assert.Empty((await site.RunAsync(recipe)).Errors);
        }

        Assert.Empty((await site.ImportAsync(folder: _folder.File(folder))).Errors);
        return site;
    }
}
