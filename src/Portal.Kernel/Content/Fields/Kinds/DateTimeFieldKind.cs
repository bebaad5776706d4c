using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>An instant: <c>{ Value }</c>, kept in UTC to the second as Orchard Core does.</summary>
public sealed class DateTimeFieldKind : FieldKind
{
    private const string Kept = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // A time without a zone is one of UTC.
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK"];

    public override string Name => "DateTimeField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        if (reading.One(value) is not { } text)
        {
            return null;
        }

        if (Parse(text) is { } instant)
        {
            return new JsonObject { ["Value"] = instant.ToString(Kept, CultureInfo.InvariantCulture) };
        }

        reading.Refuse(value, $"'{text}' is not a date and time; write it as 2027-11-30T08:00:00Z.");
        return null;
    }

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Scalar(Value(json)?.ToString(Kept, CultureInfo.InvariantCulture));

    public override string Text(JsonObject json) => Value(json)?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The instant in UTC; null when there is none.</summary>
    public static DateTime? Value(JsonObject json) => String(json, "Value") is { } text ? Parse(text) : null;

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Value");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
        => Value(json) is null ? ["A date and time such as 2027-11-30T08:00:00Z is expected here."] : [];

    private static DateTime? Parse(string text)
        => DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.UtcDateTime : null;
}
