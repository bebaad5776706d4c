using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>Persons: <c>{ UserIds: [], UserNames: [] }</c>. They are kept; a page does not name them. In a file by their ids.</summary>
public sealed class UserPickerFieldKind : FieldKind
{
    public override string Name => "UserPickerField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        var ids = reading.Many(value).Select(scalar => scalar.Text).Distinct().ToList();
        return ids.Count == 0 ? null : new JsonObject { ["UserIds"] = Array(ids) };
    }

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => json.ContainsKey("UserNames") ? null : Scalars(Strings(json, "UserIds"));

    protected override bool IsEmpty(JsonObject json) => Missing(json, "UserIds");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
    {
        if (Strings(json, "UserIds") is not { } ids)
        {
            yield return "A list of users' ids is expected here.";
        }
        else if (ids.Count > 1 && !field.Flag("Multiple"))
        {
            yield return $"Only one user may stand here, not {ids.Count}.";
        }
    }
}
