using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>A time of day: <c>{ Value }</c> as <c>hh:mm:ss</c>.</summary>
public sealed class TimeFieldKind : FieldKind
{
    private static readonly string[] Formats = ["HH:mm:ss.FFFFFFF", "HH:mm"];

    public override string Name => "TimeField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        if (reading.One(value) is not { } text)
        {
            return null;
        }

        if (Parse(text) is { } time)
        {
            return new JsonObject { ["Value"] = time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) };
        }

        reading.Refuse(value, $"'{text}' is not a time of day; write it as 08:30 or 08:30:00.");
        return null;
    }

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Scalar(Value(json)?.ToString("HH:mm:ss", CultureInfo.InvariantCulture));

    public override string Text(JsonObject json) => Value(json) is not { } time ? "" : time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Value");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
        => Value(json) is null ? ["A time of day such as 08:30:00 is expected here."] : [];

    private static TimeOnly? Value(JsonObject json) => String(json, "Value") is { } text ? Parse(text) : null;

    private static TimeOnly? Parse(string text)
        => TimeOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
