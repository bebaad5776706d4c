using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Portal.Kernel.Data;

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
        foreach (var rune in AnyText.Normalized(text, NormalizationForm.FormC).EnumerateRunes())
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
        var ids = new HeadingIdSequence();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.GetAttributes().Id = ids.Next(MarkdownText.Plain(heading.Inline));
        }
    }

    internal static string Id(this HeadingBlock heading) => heading.GetAttributes().Id!;
}
