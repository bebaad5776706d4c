using System.IO.Compression;
using System.Text;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Recipes;

/// <summary>Expressions as a step sees them: by what the settings step keeps.</summary>
public sealed class RecipeExpressionTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.EmptyAsync(new Dictionary<string, string?> { ["Key:Sub"] = "configured" });

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("[js: variables('text')]", "plain")]
    [InlineData("[js:variablesAsync(\\\"text\\\")]", "plain")]
    [InlineData("[js: variables('nested')]", "plain!")]
    [InlineData("[js: parameters('SiteName')]", "The site")]
    [InlineData("[js: parameters('Unknown')]", "")]
    [InlineData("[js: configuration('Key:Sub')]", "configured")]
    [InlineData("[js: configuration('Key:None','else')]", "else")]
    [InlineData("[js: configuration('Key:None')]", "")]
    [InlineData("[js: base64('w6TDtg==')]", "äö")]
    [InlineData("[js: html('&lt;b&gt;')]", "<b>")]
    [InlineData("[js: 'a' + variables('text') + \\\"b\\\"]", "aplainb")]
    [InlineData("[js: ('a' + 'b') + 'c';]", "abc")]
    [InlineData("[js: 'it\\\\'s \\\\u0041\\\\n']", "it's A\n")]
    [InlineData("[file: text('texts/a.txt')]", "from a file")]
    [InlineData("[js: '[js: variables(' + '\\\"text\\\"' + ')]']", "plain")]
    [InlineData("[env:NAME]", "env:NAME")]
    [InlineData("[locale en]Hi: x[/locale]", "[locale en]Hi: x[/locale]")]
    [InlineData("[sc text='a : b'/]", "[sc text='a : b'/]")]
    [InlineData("js: uuid()", "js: uuid()")]
    [InlineData("[]", "[]")]
    [InlineData("[:x]", "[:x]")]
    public async Task Expression_HasItsValue(string expression, string expected) => Assert.Equal(expected, await EvaluateAsync(expression));

    [Fact]
    public async Task Uuid_IsAnId() => Assert.True(Ids.IsId(await EvaluateAsync("[js: uuid()]")));

    [Fact]
    public async Task Date_IsIso() => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", await EvaluateAsync("[js: new Date().toISOString()]"));

    [Fact]
    public async Task Gzip_UnpacksToBase64()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes("packed"), TestContext.Current.CancellationToken);
        }

        Assert.Equal(Convert.ToBase64String(Encoding.UTF8.GetBytes("packed")), await EvaluateAsync($"[js: gzip('{Convert.ToBase64String(packed.ToArray())}')]"));
    }

    [Fact]
    public async Task Variable_IsEvaluatedOnce()
    {
        var recipe = Write("\"SiteName\": \"[js: variables('id')]\", \"Deep\": { \"Same\": [\"[js: variables('id')]\"] }");
        Assert.Empty((await _site.RunAsync(recipe)).Errors);
        var settings = await SettingsAsync();
        Assert.Equal((string?)settings["SiteName"], (string?)settings["Deep"]!["Same"]![0]);
    }

    [Theory]
    [InlineData("[js: executeQuery('x')]", "'executeQuery'")]
    [InlineData("[js: 1 + 1]", "1 + 1")]
    [InlineData("[js: uuid(]", "uuid(")]
    [InlineData("[js: uuid('x')]", "0 to 0 arguments")]
    [InlineData("[js: variables('none')]", "no variable 'none'")]
    [InlineData("[js: variables('circle')]", "made of itself")]
    [InlineData("[js: base64('?')]", "not base64")]
    [InlineData("[js: gzip('AAAA')]", "gzip")]
    [InlineData("[file: text('none.txt')]", "no file 'none.txt'")]
    [InlineData("[file: text('../portal.db')]", "outside")]
    [InlineData("[file: base64('texts/a.txt')]", "'base64'")]
    public async Task Expression_Unknown_StopsBeforeAnythingChangesAndNamesItsPlace(string expression, string message)
    {
        var report = await _site.RunAsync(Write($"\"SiteName\": \"{expression}\""));

        var error = Assert.Single(report.Errors);
        Assert.Equal(("test.recipe.json", 2, "settings"), (error.File, error.Number, error.Name));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(report.Steps);
        Assert.Equal(0, await _site.CountAsync("document"));
    }

    [Fact]
    public async Task Expression_Unknown_NamesItsLine()
        => Assert.Equal(8, Assert.Single((await _site.RunAsync(Write("\n\n\"SiteName\":\n\"[js: nothing()]\""))).Errors).Line);

    private async Task<string?> EvaluateAsync(string expression)
    {
        var options = new RecipeOptions(Actor.System) { Parameters = new Dictionary<string, string> { ["SiteName"] = "The site" } };
        var report = await _site.RunAsync(Write($"\"SiteName\": \"{expression}\""), options);
        Assert.Empty(report.Errors);
        return (string?)(await SettingsAsync())["SiteName"];
    }

    private string Write(string properties)
    {
        _site.WriteBeside("texts/a.txt", "from a file");
        return _site.WriteBeside("test.recipe.json", $$"""
            {
              "name": "Test", // variables may stand after the steps, too
              "steps": [
                { "name": "settings", "Description": "First" },
                { "name": "settings", {{properties}} },
              ],
              "variables": { "text": "plain", "nested": "[js: variables('text') + '!']", "id": "[js: uuid()]", "circle": "[js: variables('circle')]" },
            }
            """);
    }

    private async Task<System.Text.Json.Nodes.JsonObject> SettingsAsync()
        => (await _site.ReadAsync(session => _site.Get<DocumentStore>().GetAsync(session, "settings", "site", TestContext.Current.CancellationToken)))!;
}
