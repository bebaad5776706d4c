using Xunit;

namespace Portal.Tests.Commands;

public sealed class SearchesCommandTests : IAsyncLifetime
{
    private CommandSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CommandSite.StartAsync();

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Searches_ListsThemMostFirst_AndThoseInVainAlone()
    {
        var none = await _site.RunAsync("searches");
        Assert.Equal((0, ""), (none.Code, none.Error));
        Assert.Equal("Nothing was searched.", none.Output.Trim());

        Log("exit work", 7, 30);
        Log("burnout \u001b[2J", 9, 0);
        var all = await _site.RunAsync("searches");
        Assert.Equal(["burnout", "exit work"], all.Output.Trim().Split('\n').Skip(1).Select(line => line[38..].Split(" \uFFFD")[0].Trim()));
        Assert.DoesNotContain('\u001b', all.Output);

        var vain = await _site.RunAsync("searches", "--not-found", "--days", "2");
        Assert.Contains("burnout", Assert.Single(vain.Output.Trim().Split('\n').Skip(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--days", "0")]
    [InlineData("--days", "91")]
    [InlineData("--most", "many")]
    public async Task Searches_OutOfRange_Gives2(string option, string value)
    {
        var result = await _site.RunAsync("searches", option, value);
        Assert.Equal(2, result.Code);
        Assert.Contains(option, result.Error, StringComparison.Ordinal);
    }

    private void Log(string words, int times, int hits)
    {
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        CommandSite.Query(_site.Folder, string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"insert into search_log (day, language, words, times, hits) values ('{today}', 'en', '{words}', {times}, {hits}) returning words"));
    }
}
