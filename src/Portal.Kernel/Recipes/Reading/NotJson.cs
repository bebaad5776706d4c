using System.Globalization;
using System.Text.Json;

namespace Portal.Kernel.Recipes.Reading;

/// <summary>Says what is not JSON: the reader's own sentence, with the place counted from 1.</summary>
internal static class NotJson
{
    // The reader ends its sentence with the place from 0, in bytes, and sometimes with a path.
    private static readonly string[] Places = [" Path: ", " LineNumber: "];

    /// <param name="exception">What the reader said.</param>
    /// <param name="firstLine">The line of the file that its text begins on.</param>
    public static RecipeException At(JsonException exception, int firstLine)
    {
        var end = Places.Select(place => exception.Message.IndexOf(place, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(exception.Message.Length).Min();
        var place = exception.BytePositionInLine is { } bytes ? string.Create(CultureInfo.InvariantCulture, $", byte {bytes + 1} of the line") : "";
        return new RecipeException($"This is not JSON{place}: {exception.Message[..end]}", (int?)exception.LineNumber + firstLine);
    }
}
