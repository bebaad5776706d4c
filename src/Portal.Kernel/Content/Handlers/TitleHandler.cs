using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Handlers;

/// <summary>The title is the display text, and must be there.</summary>
public sealed class TitleHandler : ContentHandler
{
    internal const int MaxLength = 255;

    public override ValueTask SavingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Type.Has(nameof(TitlePart)))
        {
            context.Item.DisplayText = context.Item.Part<TitlePart>().Title?.Trim();
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Type.Has(nameof(TitlePart)))
        {
            if (string.IsNullOrWhiteSpace(context.Item.DisplayText))
            {
                context.Errors.Add(new ContentError(nameof(TitlePart), "Title", "The title is missing."));
            }
            else if (context.Item.DisplayText.Length > MaxLength)
            {
                context.Errors.Add(new ContentError(nameof(TitlePart), "Title", $"The title has {context.Item.DisplayText.Length} characters; {MaxLength} are allowed."));
            }
        }

        return ValueTask.CompletedTask;
    }
}
