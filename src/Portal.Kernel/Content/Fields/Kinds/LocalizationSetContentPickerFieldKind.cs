using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>References to items in whichever language a reader has: <c>{ LocalizationSets: [] }</c>. In a file by the ids of the sets.</summary>
public sealed class LocalizationSetContentPickerFieldKind : FieldKind
{
    public override string Name => "LocalizationSetContentPickerField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        var sets = reading.Many(value).Select(scalar => scalar.Text).Distinct().ToList();
        return sets.Count == 0 ? null : new JsonObject { ["LocalizationSets"] = Array(sets) };
    }

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Scalars(Strings(json, "LocalizationSets"));

    protected override bool IsEmpty(JsonObject json) => Missing(json, "LocalizationSets");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
    {
        if (Strings(json, "LocalizationSets") is not { } sets)
        {
            yield return "A list of the ids of localization sets is expected here.";
        }
        else if (sets.Count > 1 && !field.Flag("Multiple"))
        {
            yield return $"Only one item may stand here, not {sets.Count}.";
        }
    }
}
