using Portal.Kernel.Content.Inner;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Indexes which items an item refers to by its fields and by those of the items inside it, so that the target can say who refers to it.</summary>
public sealed class ReferenceHandler() : IndexHandler("content_reference")
{
    private const string FieldType = "ContentPickerField";

    protected override async ValueTask WriteAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var references =
            from field in ItemFields.OfKind(FieldType, context.Item, context.Type, context.Definitions)
            from target in ItemFields.Texts(field.Json, "ContentItemIds")
            select (Field: field.Place, Target: target);

        await context.Session.InsertAsync(
            "content_reference (version_id, item_id, target_id, field)",
            references.Distinct().Select(reference => new object?[] { context.Item.ContentItemVersionId, context.Item.ContentItemId, reference.Target, reference.Field }),
            cancellationToken);
    }
}
