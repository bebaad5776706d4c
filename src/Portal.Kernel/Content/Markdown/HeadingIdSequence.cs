using System.Globalization;

namespace Portal.Kernel.Content.Markdown;

/// <summary>Gives the headings of one page their ids, in order, by the rule of <see cref="HeadingIds"/>.</summary>
/// <param name="taken">Ids that the page has already.</param>
public sealed class HeadingIdSequence(IEnumerable<string>? taken = null)
{
    private readonly HashSet<string> _used = new(taken ?? [], StringComparer.Ordinal);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public string Next(string heading)
    {
        var text = HeadingIds.Slug(heading);
        var slug = FrameIds.IsPrefixed(text) ? "section-" + text : text;
        var id = slug;

        // Counting goes on from the last number of the same text: a thousand equal headings are not counted a thousand times.
        var count = _last.GetValueOrDefault(slug, 1);
        while (FrameIds.Contains(id) || !_used.Add(id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{++count}");
        }

        _last[slug] = count;
        return id;
    }
}
