using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Taxonomies;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Reads the parts that are otherwise read only when the item is written, so that one of a wrong shape is said before.</summary>
public sealed class PartShapeHandler : ContentHandler
{
    public override ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var item = context.Item;
        item.Part<ContainedPart>();
        item.Part<PublishLaterPart>();
        item.Part<ArchiveLaterPart>();
        item.Part<ReviewPart>();
        item.Part<AuditTrailPart>();
        item.Part<AliasPart>();
        item.Part<LocalizationPart>();
        CheckInner(context);
        if (item.ContentType == TaxonomyCatalog.ContentType)
        {
            CheckTerms(context);
        }

        return ValueTask.CompletedTask;
    }

    private static void CheckInner(ContentContext context)
    {
        foreach (var inner in InnerItems.All(context.Item, context.Type, context.Definitions))
        {
            try
            {
                inner.Item.Part<MarkdownBodyPart>();
                inner.Item.Part<HtmlBodyPart>();
            }
            catch (PartShapeException e)
            {
                context.Errors.Add(new ContentError($"{inner.Place}.{e.Part}", e.Property, PartShapeException.Problem));
            }
        }
    }

    private static void CheckTerms(ContentContext context)
    {
        try
        {
            var terms = TaxonomyCatalog.Read(context.Item).Terms;
            if (terms.GroupBy(term => term.ItemId, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                context.Errors.Add(new ContentError(nameof(TaxonomyPart), nameof(TaxonomyPart.Terms), $"The term '{twice.Key}' stands twice."));
            }
        }
        catch (FormatException e)
        {
            context.Errors.Add(new ContentError(nameof(TaxonomyPart), nameof(TaxonomyPart.Terms), $"A term cannot be read: {e.Message}"));
        }
    }
}
