using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>A place on the earth, in degrees: <c>{ Latitude, Longitude }</c>. In a file as <c>48.85, 2.35</c>.</summary>
public sealed class GeoPointFieldKind : FieldKind
{
    private const NumberStyles Degrees = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override string Name => "GeoPointField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        if (reading.One(value) is not { } text)
        {
            return null;
        }

        if (text.Split(',') is [var first, var second] && Parse(first.Trim()) is { } latitude && Parse(second.Trim()) is { } longitude)
        {
            return new JsonObject { ["Latitude"] = latitude, ["Longitude"] = longitude };
        }

        reading.Refuse(value, $"'{text}' is not a place; write its latitude and longitude as 48.85, 2.35.");
        return null;
    }

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Text(json) is { Length: > 0 } text ? Scalar(text) : null;

    public override string Text(JsonObject json)
        => Number(json, "Latitude") is { } latitude && Number(json, "Longitude") is { } longitude ? string.Create(CultureInfo.InvariantCulture, $"{latitude}, {longitude}") : "";

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Latitude") && Missing(json, "Longitude");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
    {
        if (Number(json, "Latitude") is not (>= -90 and <= 90))
        {
            yield return "The latitude must be a number of degrees from -90 to 90.";
        }

        if (Number(json, "Longitude") is not (>= -180 and <= 180))
        {
            yield return "The longitude must be a number of degrees from -180 to 180.";
        }
    }

    private static decimal? Number(JsonObject json, string key) => json[key] is JsonValue value ? Parse(value.ToString()) : null;

    private static decimal? Parse(string text) => decimal.TryParse(text, Degrees, CultureInfo.InvariantCulture, out var number) ? number : null;
}
