using System.Text.RegularExpressions;

namespace Portal.Kernel.Content.Localization;

/// <summary>Tags of languages as BCP 47 (RFC 5646, section 2.1) forms them: <c>en</c>, <c>pt-BR</c>, <c>zh-Hant-TW</c>. Whether a tag is registered is not asked.</summary>
public static partial class LanguageTag
{
    private const int MaxLength = 35;

    public static bool IsValid(string? tag) => tag is { Length: > 0 and <= MaxLength } && WellFormed().IsMatch(tag);

    // Language (with extended ones), script, region, variants, extensions, private use.
    [GeneratedRegex(
        """^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)\z""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
