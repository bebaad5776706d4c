using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Handlers;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;

namespace Portal.Modules.Shared;

/// <summary>What an item's SeoMetaPart puts into the head of its page, as texts that the layout escapes.</summary>
public sealed partial record SeoHead
{
    // What these say is the layout's to say, or would change how the page works.
    private static readonly string[] Reserved = ["viewport", "referrer", "color-scheme", "theme-color", "description", "keywords", "robots"];

    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Keywords { get; init; }
    public string? Robots { get; init; }

    /// <summary>An address of the web, or a path of this site.</summary>
    public string? Canonical { get; init; }

    /// <summary>Open Graph's texts; pictures by their paths on this site.</summary>
    public IReadOnlyList<MetaTag> Properties { get; init; } = [];

    public IReadOnlyList<MetaTag> Names { get; init; } = [];

    /// <summary>Structured data, written so that nothing in it can end the element it stands in.</summary>
    public string? Schema { get; init; }

    /// <summary>Null for an item that says nothing, or says not to.</summary>
    public static SeoHead? Of(ContentItem item)
    {
        if (!item.Has(nameof(SeoMetaPart)) || item.Part<SeoMetaPart>() is not { Render: true } part)
        {
            return null;
        }

        var custom = (part.CustomMetaTags ?? []).OfType<SeoMetaTag>().ToList();
        return new SeoHead
        {
            Title = Given(part.PageTitle),
            Description = Given(part.MetaDescription),
            Keywords = Given(part.MetaKeywords),
            Robots = Given(part.MetaRobots),
            Canonical = part.Canonical is { Length: > 0 } canonical && SeoMetaHandler.IsCanonical(canonical) ? canonical : null,
            Properties =
            [
                .. Tags(
                    ("og:type", part.OpenGraph?.Type), ("og:title", part.OpenGraph?.Title), ("og:description", part.OpenGraph?.Description),
                    ("og:image", Picture(part.OpenGraph?.Image, part.DefaultSocialImage))),
                .. Tags([.. custom.Where(tag => IsFree(tag.Property)).Select(tag => (tag.Property!, tag.Content))]),
            ],
            Names =
            [
                .. Tags(
                    ("twitter:card", part.Twitter?.Card), ("twitter:site", part.Twitter?.Site), ("twitter:creator", part.Twitter?.Creator), ("twitter:title", part.Twitter?.Title),
                    ("twitter:description", part.Twitter?.Description), ("twitter:image", Picture(part.Twitter?.Image, part.Twitter is null ? null : part.DefaultSocialImage))),
                .. Tags([.. custom.Where(tag => IsFree(tag.Name)).Select(tag => (tag.Name!, tag.Content))]),
            ],
            Schema = Json(part.GoogleSchema),
        };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IEnumerable<MetaTag> Tags(params (string Name, string? Content)[] tags)
        => tags.Where(tag => Given(tag.Content) is not null).Select(tag => new MetaTag(tag.Name, Given(tag.Content)!));

    private static bool IsFree(string? name) => name is not null && TagName().IsMatch(name) && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string? Picture(JsonObject? own, JsonObject? otherwise)
        => FieldFiles.Of(own).Concat(FieldFiles.Of(otherwise)).FirstOrDefault(file => file.IsPicture)?.Url;

    // Written anew by a serializer that escapes what means something in HTML.
    private static string? Json(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text)?.ToJsonString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9:._-]{0,63}$")]
    private static partial Regex TagName();
}

/// <param name="Name">Its name or property.</param>
/// <param name="Content">A text; of a picture its path on this site.</param>
public sealed record MetaTag(string Name, string Content)
{
    public bool IsPicture => Name is "og:image" or "twitter:image";
}
