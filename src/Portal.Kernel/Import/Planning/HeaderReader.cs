using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Fields;

namespace Portal.Kernel.Import.Planning;

/// <summary>Reads the keys that every type has, and says which are missing or of a wrong form.</summary>
/// <param name="values">The front matter.</param>
/// <param name="errors">Where to say what is wrong.</param>
/// <param name="needsTitle">Whether items of a type have titles.</param>
/// <param name="anyId">Whether ids that were not made here are taken too.</param>
internal sealed partial class HeaderReader(FrontMatterMap values, FileErrors errors, Func<string?, bool>? needsTitle = null, bool anyId = false)
{
    private static readonly string[] InstantFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public ItemHeader Read() => new()
    {
        Type = Required(ItemHeader.TypeKey),
        Title = needsTitle?.Invoke(Text(ItemHeader.TypeKey)) == false ? Text(ItemHeader.TitleKey) : Required(ItemHeader.TitleKey),
        Id = Checked(ItemHeader.IdKey, id => anyId || Ids.IsId(id), IdClaims.Rule + ". Leave the line out to get a new one"),
        Slug = Checked(ItemHeader.SlugKey, Slugs.IsSlug, Slugs.Rule),
        Language = Checked(ItemHeader.LanguageKey, LanguageTag().IsMatch, "is not a language tag such as en or pt-BR"),
        Owner = Text(ItemHeader.OwnerKey),
        Author = Text(ItemHeader.AuthorKey),
        Created = Date(ItemHeader.CreatedKey),
        Published = Date(ItemHeader.PublishedKey),
        ReviewBy = Parsed(ItemHeader.ReviewByKey, Day, "is not a date; write it as 2027-11-30"),
        State = Parsed(ItemHeader.StateKey, State, "is not a state: published, draft or withdrawn") ?? ItemState.Published,
        Lines = values.Values.Where(value => ItemHeader.Keys.Contains(value.Key)).ToDictionary(value => value.Key, value => value.Value.Line, StringComparer.Ordinal),
    };

    /// <summary>Only who made it and when.</summary>
    public ItemHeader ReadOrigin() => new()
    {
        Owner = Text(ItemHeader.OwnerKey),
        Author = Text(ItemHeader.AuthorKey),
        Created = Date(ItemHeader.CreatedKey),
        Published = Date(ItemHeader.PublishedKey),
    };

    private DateTime? Date(string key) => Parsed(key, Instant, "is not a date; write it as 2026-11-30 or 2026-11-30T08:00:00Z");

    private static DateTime? Instant(string text)
        => DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.UtcDateTime : null;

    private static DateOnly? Day(string text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static ItemState? State(string text) => text switch
    {
        "published" => ItemState.Published,
        "draft" => ItemState.Draft,
        "withdrawn" => ItemState.Withdrawn,
        _ => null,
    };

    public static bool IsLanguage(string text) => LanguageTag().IsMatch(text);

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
    private static partial Regex LanguageTag();

    private string? Required(string key)
    {
        var text = Text(key);
        if (text is null && values.Values.GetValueOrDefault(key) is null or FrontMatterScalar { Text: "" })
        {
            errors.Add(values.Values.GetValueOrDefault(key)?.Line ?? values.Line, key, $"The {key} is missing.");
        }

        return text;
    }

    private string? Checked(string key, Func<string, bool> isRight, string wrong)
    {
        var text = Text(key);
        if (text is null || isRight(text))
        {
            return text;
        }

        errors.Add(values.Values[key].Line, key, $"'{text}' {wrong}.");
        return null;
    }

    private T? Parsed<T>(string key, Func<string, T?> parse, string wrong) where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            errors.Add(values.Values[key].Line, key, $"'{text}' {wrong}.");
        }

        return value;
    }

    private string? Text(string key)
    {
        switch (values.Values.GetValueOrDefault(key))
        {
            case null or FrontMatterScalar { Text: "" }:
                return null;
            case FrontMatterScalar scalar:
                return scalar.Text;
            case var other:
                errors.Add(other.Line, key, "One value is expected here, not a list or a map.");
                return null;
        }
    }
}
