using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>Yes or no: <c>{ Value }</c>.</summary>
public sealed class BooleanFieldKind : FieldKind
{
    public override string Name => "BooleanField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        if (reading.One(value) is not { } text)
        {
            return null;
        }

        if (bool.TryParse(text, out var flag))
        {
            return new JsonObject { ["Value"] = flag };
        }

        reading.Refuse(value, $"'{text}' is neither true nor false.");
        return null;
    }

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names)
        => json["Value"]?.GetValueKind() switch { JsonValueKind.True => Scalar("true"), JsonValueKind.False => Scalar("false"), _ => null };

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Value");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
        => json["Value"]?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? [] : ["True or false is expected here."];
}
