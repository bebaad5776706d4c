using Portal.BrowserTests.Browser;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>The ways in which people come to the site: at a desk, on a small phone, without script, and zoomed to 400 % (1280 by 1024 is then 320 by 256).</summary>
internal static class Visitors
{
    public static TheoryData<string> Names => [.. All.Keys];

    public static Look Look(string name) => All[name];

    private static readonly Dictionary<string, Look> All = new(StringComparer.Ordinal)
    {
        ["at a desk"] = Browser.Look.Desktop,
        ["on a phone"] = Browser.Look.Phone,
        ["on a phone without script"] = Browser.Look.Phone with { Script = false },
        ["at a desk without script"] = Browser.Look.Desktop with { Script = false },
        ["at 400 % zoom"] = new(320, 256),
    };
}
