using System.Globalization;
using Portal.Kernel.Content.Html;
using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Refuses a body in HTML that is larger than what is read of one, or has more headings than search holds.</summary>
public sealed class HtmlBodyHandler : ContentHandler
{
    public override ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Item.Has(nameof(HtmlBodyPart)) && context.Item.Part<HtmlBodyPart>().Html is { } html && (HtmlText.Problem(html) ?? HeadingProblem(html)) is { } problem)
        {
            context.Errors.Add(new ContentError(nameof(HtmlBodyPart), nameof(HtmlBodyPart.Html), problem));
        }

        return ValueTask.CompletedTask;
    }

    // A heading takes two tags: hardly any text has to be read for this.
    private static string? HeadingProblem(string html)
        => html.AsSpan().Count('<') >= HeadingHandler.MaxHeadings && HtmlText.Sections(html).Count is var count and > HeadingHandler.MaxHeadings
            ? string.Create(CultureInfo.InvariantCulture, $"The text has {count:N0} headings; {HeadingHandler.MaxHeadings:N0} are allowed. Part it into several items.")
            : null;
}
