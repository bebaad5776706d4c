using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>References to other items: <c>{ ContentItemIds: [] }</c>. In a file by their paths, or by their ids.</summary>
public sealed class ContentPickerFieldKind : FieldKind
{
    public override string Name => "ContentPickerField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        var allowed = AllowedTypes(reading.Field);
        var ids = new List<string>();
        foreach (var reference in reading.Many(value))
        {
            if (reading.Lookup.Target(reference.Text) is not { } target)
            {
                var suggestion = NearestName.Suggestion(reading.Lookup.NearestPath(reference.Text));
                reading.Refuse(reference, $"There is no item '{reference.Text}'; write a path with its leading slash, or an id.{suggestion}");
            }
            else if (allowed.Count > 0 && !allowed.Contains(target.ContentType))
            {
                reading.Refuse(reference, $"'{reference.Text}' is a {target.ContentType}; only {string.Join(", ", allowed)} may stand here.");
            }
            else
            {
                ids.Add(target.ItemId);
            }
        }

        return ids.Count == 0 ? null : new JsonObject { ["ContentItemIds"] = Array(ids.Distinct()) };
    }

    /// <summary>Paths, and the ids of items that have none.</summary>
    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Scalars(Strings(json, "ContentItemIds")?.Select(id => names.Path(id) ?? id));

    protected override bool IsEmpty(JsonObject json) => Missing(json, "ContentItemIds");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
    {
        if (Strings(json, "ContentItemIds") is not { } ids)
        {
            yield return "A list of items' ids is expected here.";
        }
        else if (ids.Count > 1 && !field.Flag("Multiple"))
        {
            yield return $"Only one item may stand here, not {ids.Count}.";
        }
    }

    private static List<string> AllowedTypes(ContentFieldDefinition field)
        => !field.Flag("DisplayAllContentTypes") && field.Settings["ContentPickerFieldSettings"] is JsonObject settings
            ? [.. Strings(settings, "DisplayedContentTypes") ?? []]
            : [];
}
