using System.Globalization;

namespace Portal.Kernel.Data;

/// <summary>Instants as the database holds them: UTC, ISO 8601 with milliseconds and a Z, so that text order is time order in every database.</summary>
public static class UtcText
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTime utc) => utc.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);

    public static string? Write(DateTime? utc) => utc is { } value ? Write(value) : null;

    public static DateTime? Read(string? text)
        => text is null ? null : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
