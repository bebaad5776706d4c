using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>The settings that a text is held to: MinLength, MaxLength, Pattern and Options.</summary>
internal static class TextRules
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(100);

    public static IEnumerable<string> Check(string text, ContentFieldDefinition field)
    {
        if (field.Number("MinLength") is { } min && text.Length < min)
        {
            yield return $"It has {text.Length} characters; at least {min} are needed.";
        }

        if (field.Number("MaxLength") is { } max && max > 0 && text.Length > max)
        {
            yield return $"It has {text.Length} characters; at most {max} are allowed.";
        }

        if (field.Text("Pattern") is { Length: > 0 } pattern && !Matches(text, pattern))
        {
            yield return $"'{text}' does not have the form that is asked for ({pattern}).";
        }

        if (Options(field) is { Count: > 0 } options && !options.Contains(text))
        {
            yield return $"'{text}' is not one of the options ({string.Join(", ", options)}).";
        }
    }

    // As a browser reads a pattern: of the whole text. It comes from a recipe, so it may be slow or no pattern at all.
    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.CultureInvariant, PatternLimit);
        }
        catch (Exception e) when (e is RegexParseException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // Options stand in the field's own settings, for a text field in those of its list editor.
    private static List<string> Options(ContentFieldDefinition field)
        => [.. from bag in new[] { "Settings", "PredefinedListEditorSettings" }
               from option in (field.Settings[field.FieldType + bag] as JsonObject)?["Options"] as JsonArray ?? []
               let value = ((option as JsonObject)?["Value"] ?? (option as JsonObject)?["value"]) as JsonValue
               where value is not null
               select value.ToString()];
}
