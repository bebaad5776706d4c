using System.Text;
using Xunit;

namespace Portal.Tests.Recipes;

/// <summary>Files that are no recipes, or not whole.</summary>
public sealed class BrokenFileTests(SampleSite samples) : IClassFixture<SampleSite>
{
    private const int Places = 20;

    public static TheoryData<int> Cuts => [.. Enumerable.Range(0, Places)];

    [Theory]
    [InlineData("", 1, "This is not JSON")]
    [InlineData("[]", 1, "A recipe is an object")]
    [InlineData("5", 1, "A recipe is an object")]
    [InlineData("\n{ \"name\": \"x\" }", 1, "needs 'steps'")]
    [InlineData("{\n \"steps\": { } }", 2, "needs 'steps', a list")]
    [InlineData("{\n \"steps\": [], \"steps\": [] }", 2, "'steps' stands twice")]
    [InlineData("{\n \"steps\": [\n 5 ] }", 3, "Step 1 has no 'name'")]
    [InlineData("{\n \"steps\": [\n { \"Name\": \"settings\" } ] }", 3, "Step 1 has no 'name'")]
    [InlineData("{\n \"steps\": [\n { \"name\": 5 } ] }", 3, "Step 1 has no 'name'")]
    [InlineData("{\n \"steps\": [\n { \"name\": \"\" } ] }", 3, "Step 1 has no 'name'")]
    [InlineData("{\n \"steps\": [\n oops ] }", 3, "This is not JSON")]
    [InlineData("{ \"steps\": [] }\n{ }", 2, "This is not JSON")]
    [InlineData("{ \"steps\": []\n", 2, "This is not JSON")]
    [InlineData("{ \"variables\": 5,\n \"steps\": [] }", 1, "'variables' must be an object")]
    [InlineData("{ \"steps\": [\n { \"name\": \"settings\", \"x\": 01 } ] }", 2, "This is not JSON")]
    [InlineData("{ \"steps\": [ /* without an end", 1, "This is not JSON")]
    public async Task File_ThatIsNoRecipe_IsNamedWithItsLine(string text, int line, string message)
    {
        var error = Assert.Single(await samples.FailAsync(samples.Site.WriteBeside("broken.recipe.json", text)));
        Assert.Equal(("broken.recipe.json", line), (error.File, error.Line));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task File_ThatIsCut_IsNamedWithItsLine(int place)
    {
        var whole = await File.ReadAllBytesAsync(Samples.PathOf("content.recipe.json"), TestContext.Current.CancellationToken);
        // The last brace and the line feed after it are all that may be missing at the least.
        var cut = whole[..((whole.Length - 2) * (place + 1) / Places)];
        var error = Assert.Single(await samples.FailAsync(Write(cut)));
        Assert.InRange(error.Line ?? 0, 1, cut.Count(each => each == '\n') + 1);
        Assert.Contains("This is not JSON", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"steps\": [\n{ \"name\": \"Layers\", \"x\": $ } ] }")]
    [InlineData("{ \"steps\": [\n{ \"name\": \"content\", \"data\": [ { \"ContentType\": $ } ] } ] }")]
    [InlineData("{\n$: $, \"steps\": [] }")]
    [InlineData("{\n\"name\": $, \"steps\": [] }")]
    [InlineData("{\n\"steps\": [ { \"name\": $ } ] }")]
    public async Task Text_ThatIsNotUtf8_IsNamedWithItsLine(string text)
    {
        byte[] wrong = [(byte)'"', 0xC3, 0x28, (byte)'"'];
        var bytes = text.SelectMany(each => each == '$' ? wrong : Encoding.UTF8.GetBytes([each])).ToArray();
        var errors = await samples.FailAsync(Write(bytes));
        Assert.Equal(2, errors[0].Line);
        Assert.Contains("UTF-8", errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ \"x\": ", "}")]
    public async Task Json_300LevelsDeep_IsNamedWithItsLine(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 300)) + "1" + string.Concat(Enumerable.Repeat(close, 300));
        var error = Assert.Single(await samples.FailAsync(samples.Site.WriteBeside("broken.recipe.json", $$"""
            { "steps": [
              { "name": "Layers", "Layers": {{deep}} } ] }
            """)));
        Assert.Equal(2, error.Line);
        Assert.Contains("depth", error.Message, StringComparison.Ordinal);
    }

    private string Write(byte[] bytes)
    {
        var file = samples.Site.WriteBeside("broken.recipe.json", "");
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
