using System.Globalization;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Refuses a text with more headings than search holds: those beyond could not be found, and nobody would know.</summary>
public sealed class HeadingHandler : ContentHandler
{
    /// <summary>An index may hold a few sections more: the text before the first heading, and those of other parts.</summary>
    public const int MaxHeadings = 4000;

    public override ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        // A heading takes a line: hardly any text has to be read for this.
        if (context.Item.Part<MarkdownBodyPart>().Markdown is { } text && text.AsSpan().Count('\n') >= MaxHeadings && MarkdownOutline.Of(text).Anchors.Count is var count and > MaxHeadings)
        {
            context.Errors.Add(new ContentError(
                nameof(MarkdownBodyPart),
                nameof(MarkdownBodyPart.Markdown),
                string.Create(CultureInfo.InvariantCulture, $"The text has {count:N0} headings; {MaxHeadings:N0} are allowed. Part it into several items.")));
        }

        return ValueTask.CompletedTask;
    }
}
