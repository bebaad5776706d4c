using System.Text.Json.Nodes;
using Portal.Kernel.Content.Items;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Export;

/// <summary>How values look in a file: bare where nobody takes them for something else.</summary>
public sealed class YamlTextTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("RAN H&SC meeting, 18-19 May", "summary: RAN H&SC meeting, 18-19 May")]
    [InlineData("Part 1: how", "summary: \"Part 1: how\"")]
    [InlineData("no", "summary: \"no\"")]
    [InlineData("2026-11-21", "summary: \"2026-11-21\"")]
    [InlineData("# one", "summary: \"# one\"")]
    [InlineData("a # b", "summary: \"a # b\"")]
    [InlineData("*a*", "summary: \"*a*\"")]
    [InlineData(" a", "summary: \" a\"")]
    [InlineData("a\u2028b", "summary: \"a\\u2028b\"")]
    [InlineData("one\ntwo: [x]", "summary: |-\n  one\n  two: [x]")]
    [InlineData("one\n two ", "summary: \"one\\n two \"")]
    public async Task Text_IsWrittenSo(string text, string line)
    {
        var item = new ContentItem { ContentItemId = "4tjpte7k37qhdsbv68yarf20hp", ContentItemVersionId = "4tjpte7k37qhdsbv68yarf20hq", ContentType = "Page" };
        item.Content["TitlePart"] = new JsonObject { ["Title"] = "T" };
        item.Content["AutoroutePart"] = new JsonObject { ["Path"] = "t" };
        item.Content["Page"] = new JsonObject { ["Summary"] = new JsonObject { ["Text"] = text } };
        Assert.Empty((await _site.PublishAsync(item)).Errors);
        await _site.ExportAsync(_site.Beside("out"));
        Assert.Contains($"\ntitle: T\n{line}\ncreated: ", Exports.Read(_site.Beside("out"))["t.md"], StringComparison.Ordinal);
    }
}
