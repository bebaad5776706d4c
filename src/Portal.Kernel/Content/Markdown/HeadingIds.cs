using System.Globalization;
using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Portal.Kernel.Content.Markdown;

/// <summary>
/// Gives each heading its id: the text in lower case, every run of characters that are neither letters nor digits one hyphen; the second of the
/// same text gets <c>-2</c>, or the next number that is free. <see cref="FrameIds"/> are taken from the start, and what begins like a family of them gets
/// <c>section-</c> in front. Links from elsewhere hold on to them, so the rule does not change.
/// </summary>
public static class HeadingIds
{
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-' && rune.Value is not ('\'' or '’'))
            {
                slug.Append('-');
            }
        }

        var trimmed = slug.ToString().TrimEnd('-');
        return trimmed.Length == 0 ? "section" : trimmed;
    }

    internal static void Assign(MarkdownDocument document)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var text = Slug(MarkdownText.Plain(heading.Inline));
            var slug = FrameIds.IsPrefixed(text) ? "section-" + text : text;
            var id = slug;

            // Counting goes on from the last number of the same text: a thousand equal headings are not counted a thousand times.
            var count = last.GetValueOrDefault(slug, 1);
            while (FrameIds.Contains(id) || !used.Add(id))
            {
                id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{++count}");
            }

            last[slug] = count;
            heading.GetAttributes().Id = id;
        }
    }

    internal static string Id(this HeadingBlock heading) => heading.GetAttributes().Id!;
}
