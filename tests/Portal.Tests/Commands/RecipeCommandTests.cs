using Portal.Testing;
using Xunit;

namespace Portal.Tests.Commands;

public sealed class RecipeCommandTests : IAsyncLifetime
{
    private const string Unknown = """{ "name": "Test", "steps": [{ "name": "settings", "SiteName": "Renamed" }, { "name": "Sorcery", "Spell": "x" }] }""";

    private readonly TemporaryFolder _folder = new();
    private CommandSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CommandSite.StartAsync();

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Recipe_WithUnknownStep_Gives1NamesItAndChangesNothing()
    {
        var before = Documents();
        var result = await _site.RunAsync("recipe", _folder.Write("test.recipe.json", Unknown));
        Assert.Equal(1, result.Code);
        Assert.Contains("test.recipe.json", result.Error, StringComparison.Ordinal);
        Assert.Contains("There is no step 'Sorcery' here", result.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, Documents());
    }

    [Fact]
    public async Task Recipe_WithUnknownStepAllowed_RunsTheRestAndKeepsIt()
    {
        var result = await _site.RunAsync("recipe", "--allow-unknown", _folder.Write("test.recipe.json", Unknown));
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("step 2 (Sorcery): is not known here; kept as data.", result.Output, StringComparison.Ordinal);
        Assert.Contains(Documents(), json => json.Contains("\"SiteName\":\"Renamed\"", StringComparison.Ordinal));
        Assert.Contains(Documents(), json => json.Contains("\"Spell\":\"x\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_ReadsAndChangesNothing()
    {
        var before = Documents();
        var result = await _site.RunAsync("recipe", "--check", _folder.Write("test.recipe.json", """{ "name": "Test", "steps": [{ "name": "settings", "SiteName": "Renamed" }] }"""));
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("step 1 (settings): set", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, Documents());
    }

    [Fact]
    public async Task Recipe_MissingFile_Gives1AndNamesIt()
    {
        var result = await _site.RunAsync("recipe", "none.recipe.json");
        Assert.Equal((1, "The recipe 'none.recipe.json' does not exist."), (result.Code, result.Error.Trim()));
    }

    [Fact]
    public async Task Recipe_ThatIsNotJson_Gives1AndOneLineWithThePlace()
    {
        var result = await _site.RunAsync("recipe", _folder.Write("broken.recipe.json", "{\n  \"steps\": [ }\n}"));
        Assert.Equal(1, result.Code);
        var line = Assert.Single(result.Error.Trim().Split('\n'));
        Assert.StartsWith("broken.recipe.json:2: This is not JSON, byte 14 of the line: '}' ", line, StringComparison.Ordinal);
        Assert.EndsWith(". Nothing was changed.", line, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", line, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Documents() => CommandSite.Query(_site.Folder, "select kind || name || json from document order by kind, name");
}
