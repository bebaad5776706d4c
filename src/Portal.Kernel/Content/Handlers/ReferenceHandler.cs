using System.Text.Json.Nodes;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Indexes which items an item refers to by its fields, so that the target can say who refers to it.</summary>
public sealed class ReferenceHandler() : IndexHandler("content_reference")
{
    private const string FieldType = "ContentPickerField";

    protected override async ValueTask WriteAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var references =
            from placed in context.Definitions.FieldsOf(context.Type)
            where placed.Field.FieldType == FieldType
            let ids = context.Item.Field(placed.PartName, placed.Field.Name)?["ContentItemIds"] as JsonArray
            where ids is not null
            from id in ids
            select (Field: placed.PartName + "." + placed.Field.Name, Target: (string?)id);

        foreach (var (field, target) in references.Distinct().Where(reference => reference.Target is not null))
        {
            await context.Session.ExecuteAsync(
                "insert into content_reference (version_id, item_id, target_id, field) values (@versionId, @itemId, @target, @field)",
                new { versionId = context.Item.ContentItemVersionId, itemId = context.Item.ContentItemId, target, field },
                cancellationToken);
        }
    }
}
