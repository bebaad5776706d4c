using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Xunit;

namespace Portal.Tests.Import;

public sealed class ReachableTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("search.md")]
    [InlineData("robots.txt.md")]
    [InlineData("glossary/index.md")]
    [InlineData("api/page.md")]
    [InlineData("error/page.md")]
    public async Task Import_OfAnAddressThatThePortalAnswers_NamesFileAndSlug(string file)
    {
        _site.WritePage(file);
        foreach (var report in new[] { await _site.ImportAsync(checkOnly: true), await _site.ImportAsync() })
        {
            var error = Assert.Single(report.Errors);
            Assert.Equal((file, "slug"), (error.File, error.Field));
        }
    }

    [Theory]
    [InlineData("search")]
    [InlineData("media/page")]
    [InlineData("about/../search")]
    [InlineData("about/.")]
    public async Task Save_AtAnAddressThatThePortalAnswers_IsRefused(string path)
    {
        var item = new ContentItem { ContentItemId = Ids.New(), ContentItemVersionId = Ids.New(), ContentType = "Page" };
        item.Apply(new TitlePart { Title = "A page" });
        item.Apply(new AutoroutePart { Path = path });
        var error = Assert.Single((await _site.PublishAsync(item)).Errors);
        Assert.Equal(("AutoroutePart", "Path"), (error.Part, error.Field));
    }
}
