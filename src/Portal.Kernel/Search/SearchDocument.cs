namespace Portal.Kernel.Search;

/// <summary>An item as the index takes it in: what all its sections share, and the sections.</summary>
public sealed record SearchDocument
{
    /// <summary>Sections that an index takes in of one item; those beyond are not found.</summary>
    public const int MaxSections = 4_096;

    public required string ItemId { get; init; }

    /// <summary>The content type, for example <c>HandbookChapter</c>; also a facet by the name <c>type</c>.</summary>
    public required string Type { get; init; }

    public required string Title { get; init; }

    /// <summary>The item's path without an anchor, beginning with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>What the item stands in, outermost first, for example the handbook of a chapter.</summary>
    public IReadOnlyList<SearchContext> Context { get; init; } = [];

    /// <summary>BCP 47; also a facet by the name <c>language</c>.</summary>
    public required string Language { get; init; }

    /// <summary>When it was first published, in UTC.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Facet values: the taxonomy's name (<c>topic</c>, <c>prevention-level</c>) and the term's slug, parents of a nested term included.</summary>
    public IReadOnlyList<FacetValue> Facets { get; init; } = [];

    /// <summary>Other words an item is known by (synonyms, abbreviations); searched with the weight of the title.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>In reading order. The first has no heading of its own when text stands before the first heading.</summary>
    public required IReadOnlyList<SearchSection> Sections { get; init; }
}

public sealed record SearchContext(string Title, string Path);

public sealed record FacetValue(string Facet, string Value);

/// <summary>A heading with its text. <paramref name="Anchor"/> is null for text before the first heading, and begins with a slash when it is an address of its own, as that of a file's page; <paramref name="Text"/> is plain, paragraphs parted by line breaks.</summary>
public sealed record SearchSection(string? Anchor, string? Heading, string Text)
{
    /// <summary>The address of a section of an item at <paramref name="path"/>.</summary>
    public static string AddressOf(string path, string? anchor) => anchor is null ? path : anchor.StartsWith('/') ? anchor : $"{path}#{anchor}";
}
