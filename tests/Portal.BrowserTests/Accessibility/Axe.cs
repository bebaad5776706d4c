using System.Text.Json;
using Microsoft.Playwright;

namespace Portal.BrowserTests.Accessibility;

/// <summary>Asks axe-core what is wrong with a page as it stands.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Source = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));

    // WCAG 2.2 A and AA and axe's best practices. Not in these: experimental rules, which are known to report what is right; of AAA only
    // what the theme promises, the contrast of reading texts (see ReadingText) and that links with the same words lead to the same place.
    private const string Everything =
        """
        { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
          rules: { 'target-size': { enabled: true } } }
        """;

    private const string Colours = "{ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }";

    private const string ReadingText = "{ runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } }";

    /// <summary>All rules on the whole page.</summary>
    public static Task<IReadOnlyList<string>> CheckAsync(IPage page) => RunAsync(page, "document", Everything);

    /// <summary>Only what a change of the colours can change.</summary>
    public static Task<IReadOnlyList<string>> CheckColoursAsync(IPage page) => RunAsync(page, "document", Colours);

    /// <summary>Whether texts to be read at length have a contrast of 7 to 1.</summary>
    public static Task<IReadOnlyList<string>> CheckReadingTextAsync(IPage page) => RunAsync(page, "'.prose'", ReadingText);

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, string where, string options)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Source.Value);
        }

        var result = await page.EvaluateAsync<JsonElement>(
            $$"""
            async () => {
              const { violations, passes } = await axe.run({{where}}, {{options}});
              return {
                ran: passes.length + violations.length,
                findings: violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`)),
              };
            }
            """);
        return result.GetProperty("ran").GetInt32() > 0
            ? [.. result.GetProperty("findings").EnumerateArray().Select(finding => finding.GetString()!)]
            : ["axe found nothing to check"];
    }
}
