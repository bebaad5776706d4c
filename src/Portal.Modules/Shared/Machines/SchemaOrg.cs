using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Hosting;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Shared.Machines;

/// <summary>
/// What a page says of itself in the words of schema.org, as one JSON-LD graph: what the page is about, by its kind, and where it stands. Only what the
/// page shows too. The serializer escapes whatever could end the element that the text stands in.
/// </summary>
/// <param name="site">Whose pages they are.</param>
/// <param name="root">Scheme and host.</param>
public sealed class SchemaOrg(SiteSettings site, string root)
{
    /// <summary>The graph's text; null for a page that has nothing to say.</summary>
    public string? Of(PageHead head)
    {
        var things = new[] { Thing(head), Crumbs(head), Site(head) }.OfType<JsonNode>().ToArray();
        return things.Length == 0 ? null : new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray(things) }.ToJsonString();
    }

    private JsonObject? Thing(PageHead head)
    {
        // An editor's own words about an item are said in place of ours.
        if (head.Article is not { } article || head.Seo?.Schema is not null)
        {
            return null;
        }

        var kind = SchemaKinds.Of(article.Type, hasSteps: head.Parts.Any(part => part.Step is not null));
        var url = Url(article.Path);
        var thing = new JsonObject
        {
            ["@type"] = kind.Types.Count == 1 ? kind.Types[0] : new JsonArray([.. kind.Types.Select(type => (JsonNode)type)]),
            ["@id"] = url + "#thing",
            ["name"] = article.Title,
            ["description"] = head.Description ?? article.Summary,
            ["url"] = kind.IsWork ? url : null,
            ["mainEntityOfPage"] = url,
        };
        if (kind.IsWork)
        {
            Work(thing, head, article);
        }

        // A chapter without a handbook stands in nothing.
        if (kind.Whole is { } whole && (whole.In ?? (head.Crumbs is [.., var last] ? last : null)) is { } container)
        {
            thing[whole.Property] = Part(whole.Type, container.Title, Url(container.Url));
        }

        foreach (var (key, value) in head.Facts)
        {
            thing[key] = value?.DeepClone();
        }

        foreach (var empty in thing.Where(property => property.Value is null).Select(property => property.Key).ToList())
        {
            thing.Remove(empty);
        }

        return thing;
    }

    private void Work(JsonObject thing, PageHead head, Article article)
    {
        thing["inLanguage"] = article.Language;
        thing["dateModified"] = article.ModifiedUtc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        thing["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = site.SiteName, ["url"] = root + "/" };
        thing["isAccessibleForFree"] = true;
        thing["keywords"] = Words(article.Topics.Where(topic => topic.Name != "audience"));
        thing["audience"] = Words(article.Topics.Where(topic => topic.Name == "audience")) is { } audience ? new JsonObject { ["@type"] = "Audience", ["audienceType"] = audience } : null;
        thing["citation"] = article.Sources.Count == 0 ? null : new JsonArray([.. article.Sources.Select(source => Part("CreativeWork", source.Title, Url(source.Path)))]);
        var parts = head.Parts.Where(part => part.Step is null).Select(part => (JsonNode)Part(part.Type, part.Title, Url(part.Path))).ToArray();
        var steps = head.Parts.Where(part => part.Step is not null).Select(Step).ToArray();
        thing["hasPart"] = parts.Length == 0 ? null : new JsonArray(parts);
        thing["step"] = steps.Length == 0 ? null : new JsonArray(steps);
    }

    private JsonNode Step(SchemaPart part)
        => new JsonObject { ["@type"] = "HowToStep", ["position"] = part.Step, ["name"] = part.Title, ["url"] = Url(part.Path) };

    private JsonObject? Crumbs(PageHead head)
    {
        if (head.Crumbs is not { } crumbs || head.Canonical is null || !head.Indexed)
        {
            return null;
        }

        var all = crumbs.Prepend(new Crumb(site.SiteName, "/")).Append(new Crumb(head.ShortTitle ?? head.Title, head.Canonical));
        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. all.Select((crumb, i) => (JsonNode)new JsonObject { ["@type"] = "ListItem", ["position"] = i + 1, ["name"] = crumb.Title, ["item"] = Url(crumb.Url) })]),
        };
    }

    private JsonObject? Site(PageHead head) => head.Canonical != "/" ? null : new JsonObject
    {
        ["@type"] = "WebSite",
        ["name"] = site.SiteName,
        ["description"] = site.Description,
        ["url"] = root + "/",
        ["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = new JsonObject { ["@type"] = "EntryPoint", ["urlTemplate"] = root + "/search?q={search_term_string}" },
            ["query-input"] = "required name=search_term_string",
        },
    };

    private static JsonObject Part(string type, string? name, string url) => new() { ["@type"] = type, ["name"] = name, ["url"] = url };

    private static string? Words(IEnumerable<TopicGroup> groups) => string.Join(", ", groups.SelectMany(group => group.Terms).Select(term => term.Label)) is { Length: > 0 } words ? words : null;

    private string Url(string path) => path.StartsWith('/') ? root + LocalAddress.Of(path) : path;
}

/// <summary>Something that stands in a page's item and has a page of its own.</summary>
/// <param name="Type">Its type of schema.org.</param>
/// <param name="Step">Which step of a procedure it is.</param>
public sealed record SchemaPart(string Type, string Title, string Path, int? Step = null);
