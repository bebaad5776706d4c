using System.Text.RegularExpressions;

namespace Portal.Kernel.Import.Planning;

/// <summary>What a segment of a path may be, and how a file's name becomes one.</summary>
internal static partial class Slugs
{
    public const string Rule = "is not a part of a path: use lower-case letters, digits and hyphens";

    public static bool IsSlug(string text) => Form().IsMatch(text);

    /// <summary>Takes the number off that gives a file its place among its neighbours.</summary>
    public static string WithoutNumber(string name) => Numbered().Match(name) is { Success: true } match ? name[match.Length..] : name;

    /// <summary>The number that a file's name begins with; null when it has none.</summary>
    public static int? Number(string name)
        => Numbered().Match(name) is { Success: true } match ? int.Parse(match.ValueSpan[..^1], System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^[\p{Ll}\p{Lo}\p{Nd}]+([._-][\p{Ll}\p{Lo}\p{Nd}]+)*$")]
    private static partial Regex Form();

    [GeneratedRegex("^[0-9]{2,3}-")]
    private static partial Regex Numbered();
}
