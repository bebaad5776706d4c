using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Kernel.Export.Folder;

/// <summary>Writes single values as YAML: bare where no reader takes that for anything but the text, else in double quotes as JSON does.</summary>
internal static partial class YamlText
{
    /// <summary>A text as a value of its own line.</summary>
    public static string Of(string text) => IsBare(text) && !IsOther(text) ? text : Quoted(text);

    /// <summary>A text within a list in brackets or a map in braces.</summary>
    public static string InFlow(string text) => IsBare(text) && !IsOther(text) && text.AsSpan().IndexOfAny(",[]{}") < 0 ? text : Quoted(text);

    /// <summary>What is meant as a number, a date, true or false.</summary>
    public static string Bare(string text) => IsBare(text) ? text : Quoted(text);

    public static string Key(string key) => PlainKey().IsMatch(key) && !IsOther(key) ? key : Quoted(key);

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                _ when IsHidden(c) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    // What YAML takes for a line's end or does not allow, and what an editor would not show.
    private static bool IsHidden(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' || (c is not (' ' or '\u3000') && char.IsWhiteSpace(c));

    private static bool IsBare(string text)
        => text.Length > 0 && (char.IsLetterOrDigit(text[0]) || text[0] is '/' or '(' || char.IsSurrogate(text[0]) || (text[0] == '-' && text.Length > 1 && char.IsLetterOrDigit(text[1])))
            && text[^1] is not (':' or ' ') && !text.Any(IsHidden)
            && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal);

    // Other readers of YAML take these for something else than a text, and so do people.
    private static bool IsOther(string text) => Other().IsMatch(text);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*$")]
    private static partial Regex PlainKey();

    [GeneratedRegex(@"^([-+.]?[0-9][-+0-9._:,eExXoabcdefABCDEFTZ ]*|~|null|true|false|yes|no|on|off|y|n|[-+]?\.(inf|nan)|\.{3})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
