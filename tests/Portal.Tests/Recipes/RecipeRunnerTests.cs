using Portal.Kernel.Audit;
using Portal.Kernel.Recipes;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Recipes;

public sealed class RecipeRunnerTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.EmptyAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task UnknownStep_StopsBeforeAnythingChangesAndNamesItsPlace()
    {
        var report = await RunAsync("""
            { "steps": [
              { "name": "settings", "SiteName": "Changed" },
              { "name": "Nonsense", "Layers": [] }
            ] }
            """);

        var error = Assert.Single(report.Errors);
        Assert.Equal(("test.recipe.json", 3, 2, "Nonsense"), (error.File, error.Line, error.Number, error.Name));
        Assert.StartsWith("test.recipe.json:3: step 2 (Nonsense): There is no step 'Nonsense' here", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await _site.CountAsync("document"));
    }

    [Fact]
    public async Task UnknownStep_Allowed_IsKeptAndReported()
    {
        var recipe = _site.WriteBeside("test.recipe.json", """{ "name": "T", "steps": [{ "name": "Nonsense", "Layers": [{ "Name": "Always" }] }] }""");
        var report = await _site.RunAsync(recipe, new RecipeOptions(Actor.System) { AllowUnknown = true });
        Assert.Equal("test.recipe.json: step 1 (Nonsense): is not known here; kept as data.", Assert.Single(report.Steps).ToString());
        Assert.Equal(1, await _site.CountAsync("document where kind = 'recipe-step' and name = 'Nonsense' and json like '%Always%'"));
    }

    [Fact]
    public async Task Check_ChangesNothing()
    {
        var recipe = _site.WriteBeside("test.recipe.json", """{ "steps": [{ "name": "SETTINGS", "SiteName": "Changed" }] }""");
        var report = await _site.RunAsync(recipe, new RecipeOptions(Actor.System) { Check = true });
        Assert.Equal("set SiteName.", Assert.Single(report.Steps).Message);
        Assert.Equal(0, await _site.CountAsync("document"));
    }

    [Fact]
    public async Task StepThatFails_LeavesNothingOfTheOthers()
    {
        var report = await RunAsync("""{ "steps": [{ "name": "settings", "SiteName": "Changed" }, { "name": "content-folder", "path": "nowhere" }] }""");
        Assert.Equal(2, Assert.Single(report.Errors).Number);
        Assert.Equal(0, await _site.CountAsync("document"));
    }

    [Fact]
    public async Task Recipes_OfTheSameFolder_RunInTheirPlace()
    {
        _site.WriteBeside("other.recipe.json", """{ "name": "The.Other", "steps": [{ "name": "settings", "SiteName": "Other" }] }""");
        var report = await RunAsync("""
            { "steps": [
              { "name": "settings", "SiteName": "First" },
              { "name": "recipes", "Values": [{ "executionid": "x", "name": "The.Other" }, { "name": "other" }] },
              { "name": "feature", "enable": ["OrchardCore.Contents"] }
            ] }
            """);
        Assert.Empty(report.Errors);
        Assert.Equal([("test.recipe.json", 1), ("other.recipe.json", 1), ("other.recipe.json", 1), ("test.recipe.json", 3)], report.Steps.Select(step => (step.File, step.Number)));
    }

    [Theory]
    [InlineData("""{ "steps": [{ "name": "recipes", "Values": [{ "name": "None" }] }] }""", "no recipe 'None'")]
    [InlineData("""{ "name": "Me", "steps": [{ "name": "recipes", "Values": [{ "name": "Me" }] }] }""", "calls itself")]
    [InlineData("""{ "steps": [{ "name": "recipes", "Values": [{ }] }] }""", "needs the 'name'")]
    [InlineData("""{ "steps": [{ "Name": "settings" }] }""", "Step 1 has no 'name'")]
    [InlineData("""{ "name": "x" }""", "needs 'steps'")]
    [InlineData("[]", "is an object")]
    [InlineData("""{ "steps": [""", "not JSON")]
    [InlineData("""{ "steps": [], "steps": [] }""", "stands twice")]
    [InlineData("", "not JSON")]
    [InlineData("""{ "steps": [{ "name": "themes", "site": 5 }] }""", "'site' must be a text")]
    [InlineData("""{ "steps": [{ "name": "Roles", "Roles": "x" }] }""", "'Roles' must be a list")]
    public async Task Recipe_Wrong_SaysWhat(string json, string message)
        => Assert.Contains(message, Assert.Single((await RunAsync(json)).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Json_Wrong_NamesLine()
        => Assert.StartsWith("test.recipe.json:3: ", Assert.Single((await RunAsync("{\n \"steps\": [\n oops ] }")).Errors).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Json_NestedTooDeep_IsRefused()
    {
        var deep = $$"""{ "steps": [{ "name": "settings", "X": {{new string('[', 500)}}{{new string(']', 500)}} }] }""";
        Assert.Contains("not JSON", Assert.Single((await RunAsync(deep)).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recipe_Missing_IsAnError() => Assert.Contains("cannot be read", Assert.Single((await _site.RunAsync("/nowhere.recipe.json")).Errors).Message, StringComparison.Ordinal);

    private Task<RecipeReport> RunAsync(string json) => _site.RunAsync(_site.WriteBeside("test.recipe.json", json));
}
