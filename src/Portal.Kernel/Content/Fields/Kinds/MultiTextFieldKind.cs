using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>Several texts: <c>{ Values: [] }</c>.</summary>
public sealed class MultiTextFieldKind : FieldKind
{
    public override string Name => "MultiTextField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        var texts = reading.Many(value).Select(scalar => scalar.Text).ToList();
        return texts.Count == 0 ? null : new JsonObject { ["Values"] = Array(texts) };
    }

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Scalars(Strings(json, "Values"));

    public override string Text(JsonObject json) => string.Join(", ", Strings(json, "Values") ?? []);

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Values");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
        => Strings(json, "Values") is { } texts ? texts.SelectMany(text => TextRules.Check(text, field)) : ["A list of texts is expected here."];
}
