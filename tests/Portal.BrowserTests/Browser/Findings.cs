using Xunit;

namespace Portal.BrowserTests.Browser;

/// <summary>What a test has against a page, all of it at once and in full.</summary>
public static class Findings
{
    public static void AssertNone(IEnumerable<string> findings)
    {
        var all = findings.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} findings:\n{string.Join('\n', all)}");
    }
}
