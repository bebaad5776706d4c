using Portal.Kernel.Content.Html;
using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Refuses a body in HTML that is larger than what is read of one.</summary>
public sealed class HtmlBodyHandler : ContentHandler
{
    public override ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Item.Has(nameof(HtmlBodyPart)) && HtmlText.Problem(context.Item.Part<HtmlBodyPart>().Html ?? "") is { } problem)
        {
            context.Errors.Add(new ContentError(nameof(HtmlBodyPart), nameof(HtmlBodyPart.Html), problem));
        }

        return ValueTask.CompletedTask;
    }
}
