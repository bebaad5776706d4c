using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>A day: <c>{ Value }</c>, kept as Orchard Core does, as the midnight it begins with.</summary>
public sealed class DateFieldKind : FieldKind
{
    private const string Day = "yyyy-MM-dd";

    public override string Name => "DateField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        if (reading.One(value) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return new JsonObject { ["Value"] = text + "T00:00:00Z" };
        }

        reading.Refuse(value, $"'{text}' is not a date; write it as 2027-11-30.");
        return null;
    }

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Value(json) is null ? null : Scalar(Text(json));

    public override string Text(JsonObject json) => Value(json)?.ToString(Day, CultureInfo.InvariantCulture) ?? "";

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Value");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
        => Value(json) is null ? ["A date such as 2027-11-30 is expected here."] : [];

    private static DateTimeOffset? Value(JsonObject json)
        => DateTimeOffset.TryParse(String(json, "Value"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
