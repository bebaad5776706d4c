using System.Globalization;
using Xunit;

namespace Portal.Tests.Import;

/// <summary>Texts that could not be shown or found whole are refused when they are imported.</summary>
public sealed class TextLimitTests : IAsyncLifetime
{
    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    // Search holds no more sections of an item; those beyond could not be found.
    [Theory]
    [InlineData(4000, null)]
    [InlineData(4213, "The text has 4,213 headings; 4,000 are allowed.")]
    public async Task Text_WithMoreHeadingsThanSearchHolds_IsRefused(int headings, string? message)
    {
        var body = string.Concat(Enumerable.Range(0, headings).Select(number => string.Create(CultureInfo.InvariantCulture, $"## {number}\n")));
        _site.WritePage("about/a.md", "", body);
        foreach (var report in new[] { await _site.ImportAsync(checkOnly: true), await _site.ImportAsync() })
        {
            Assert.Equal(message is null ? [] : [("about/a.md", 6, "body")], report.Errors.Select(error => (error.File, error.Line ?? 0, error.Field!)));
            Assert.All(report.Errors, error => Assert.StartsWith(message!, error.Message, StringComparison.Ordinal));
        }

        Assert.Equal(message is null ? headings + 1 : 0, await _site.CountAsync("search_section"));
    }

    [Fact]
    public async Task Text_NestedTooDeeply_IsRefused()
    {
        var error = await _site.WritePage("about/a.md", "", string.Concat(Enumerable.Repeat("> ", 5000)) + "x").OneErrorAsync();
        Assert.Equal(("about/a.md", 6, "body", "The text is nested too deeply."), (error.File, error.Line, error.Field, error.Message));
    }
}
