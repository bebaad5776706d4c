using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Kernel.Content.Localization;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Machines;

namespace Portal.Modules.Shared;

/// <summary>What a page tells the layout about itself.</summary>
public sealed record PageHead
{
    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>The page's own address, path and query, without filters that only narrow it.</summary>
    public string? Canonical { get; init; }

    /// <summary>Where the page stands, without the home page and itself; null for one that stands nowhere, as the home page.</summary>
    public IReadOnlyList<Crumb>? Crumbs { get; init; }

    /// <summary>What the page is called among its crumbs, when that is shorter than its title.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>What is in the search box.</summary>
    public string Query { get; init; } = "";

    /// <summary>Address of an Atom feed of what the page lists.</summary>
    public string? Feed { get; init; }

    /// <summary>Whether search engines may list the page.</summary>
    public bool Indexed { get; init; } = true;

    /// <summary>Whether the layout shows its search box; the search page has its own.</summary>
    public bool ShowsSearch { get; init; } = true;

    /// <summary>What the item itself says to search engines, over what the page would.</summary>
    public SeoHead? Seo { get; init; }

    /// <summary>The item that the page is of, for what machines are told of it; null for a list.</summary>
    public Article? Article { get; init; }

    /// <summary>What stands in the item and has pages of its own, in order.</summary>
    public IReadOnlyList<SchemaPart> Parts { get; init; } = [];

    /// <summary>More of the item in the words of schema.org, by property: an organisation's own address, a term's other names.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Facts { get; init; } = ReadOnlyDictionary<string, JsonNode?>.Empty;

    /// <summary>The editions of the page in all its languages, itself among them; none when there is only one.</summary>
    public IReadOnlyList<Translation> Translations { get; init; } = [];

    /// <summary>BCP 47 tag of the page's main text.</summary>
    public string Language { get; init; } = "en";
}

public sealed record Crumb(string Title, string Url);

public static class PageHeads
{
    private const string Key = "Portal.Head";

    public static void SetHead(this ViewDataDictionary viewData, PageHead head) => viewData[Key] = head;

    public static PageHead Head(this ViewDataDictionary viewData) => viewData[Key] as PageHead ?? new PageHead { Title = "" };
}
