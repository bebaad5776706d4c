using System.Text.Json.Nodes;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Fields;

public sealed class FieldHandlerTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Save_WrongFields_NamesPartAndField()
    {
        var item = Chapter();
        item.Content["HandbookChapter"] = new JsonObject { ["Summary"] = new JsonObject { ["Text"] = new string('x', 301) }, ["Step"] = new JsonObject { ["Value"] = 0 } };
        var result = await _site.PublishAsync(item);
        Assert.Equal([("HandbookChapter", "Summary"), ("HandbookChapter", "Step")], result.Errors.Select(error => (error.Part, error.Field)));
        Assert.Equal(0, await _site.CountAsync("content_item"));
    }

    [Fact]
    public async Task Save_RequiredFieldMissing_NamesIt()
        => Assert.Equal("HandbookChapter.Summary: A value is required.", Assert.Single((await _site.PublishAsync(Chapter())).Errors).ToString());

    private static ContentItem Chapter()
    {
        var item = new ContentItem { ContentItemId = Ids.New(), ContentItemVersionId = Ids.New(), ContentType = "HandbookChapter" };
        item.Apply(new TitlePart { Title = "A chapter" });
        return item;
    }
}
