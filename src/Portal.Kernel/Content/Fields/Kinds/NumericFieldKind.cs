using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>A number: <c>{ Value }</c>.</summary>
public sealed class NumericFieldKind : FieldKind
{
    public override string Name => "NumericField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        if (reading.One(value) is not { } text)
        {
            return null;
        }

        if (Parse(text) is { } number)
        {
            return new JsonObject { ["Value"] = number };
        }

        reading.Refuse(value, $"'{text}' is not a number; write it as 12 or 12.5.");
        return null;
    }

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Scalar(Value(json)?.ToString(CultureInfo.InvariantCulture));

    public override string Text(JsonObject json) => Value(json)?.ToString(CultureInfo.InvariantCulture) ?? "";

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Value");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
    {
        if (Value(json) is not { } number)
        {
            yield return "A number is expected here.";
            yield break;
        }

        if (Parse(field.Text("Minimum")) is { } min && number < min)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{number} is less than {min}, the least that is allowed.");
        }

        if (Parse(field.Text("Maximum")) is { } max && number > max)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{number} is more than {max}, the most that is allowed.");
        }
    }

    // Numbers may be written as text in interchanged JSON.
    private static decimal? Value(JsonObject json) => json["Value"] is JsonValue value ? Parse(value.ToString()) : null;

    private static decimal? Parse(string? text)
        => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
