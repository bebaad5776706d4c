using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>One text: <c>{ Text }</c>.</summary>
public sealed class TextFieldKind : FieldKind
{
    public override string Name => "TextField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
        => reading.One(value) is { } text ? new JsonObject { ["Text"] = text } : null;

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Scalar(String(json, "Text"));

    public override string Text(JsonObject json) => String(json, "Text") ?? "";

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Text");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
        => String(json, "Text") is { } text ? TextRules.Check(text, field) : ["A text is expected here."];
}
