using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Modules.TakeAway.Pdf;

/// <summary>
/// Reads from a PDF that Chromium made on which page each place stands. Its objects are written in plain text, pages in their order, and each place
/// that a link leads to by the name of its id.
/// </summary>
internal static partial class PrintPages
{
    /// <returns>The number of the page by id; empty when the file is not written as expected: the contents then have no numbers.</returns>
    public static IReadOnlyDictionary<string, int> Read(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var pages = Page().Matches(text).Select((match, i) => (match.Groups["object"].Value, Number: i + 1)).DistinctBy(page => page.Value)
            .ToDictionary(page => page.Value, page => page.Number, StringComparer.Ordinal);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in Place().Matches(text).Where(match => pages.ContainsKey(match.Groups["object"].Value)))
        {
            found[place.Groups["id"].Value] = pages[place.Groups["object"].Value];
        }

        return found;
    }

    public static int Count(byte[] pdf) => Page().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"(?<object>\d{1,9}) 0 obj\s*<</Type /Page\s", RegexOptions.None, 2000)]
    private static partial Regex Page();

    [GeneratedRegex(@"/(?<id>" + PrintHeading.Prefix + @"\d{1,9}) \[(?<object>\d{1,9}) 0 R /XYZ", RegexOptions.None, 2000)]
    private static partial Regex Place();
}
