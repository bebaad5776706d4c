namespace Portal.Kernel.Search;

public sealed record SearchResult
{
    public static readonly SearchResult Empty = new();

    /// <summary>Items that match, all pages together.</summary>
    public int Total { get; init; }

    /// <summary>Best first.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>Counted in items that match; a facet's own filter does not narrow its own counts, so another value can be added.</summary>
    public IReadOnlyList<FacetCount> Facets { get; init; } = [];

    /// <summary>A near spelling that has hits, when this one has few or none.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>The query that was searched in place of the one asked, because that one found nothing: its hyphenated words in parts, or its unknown words in their nearest spelling.</summary>
    public string? SearchedInstead { get; init; }

    /// <summary>Sentences about what was not searched as it was typed, and why nothing was found.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The words and phrases that were searched, as typed; for 'what was searched'.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Wordings searched besides, by synonyms.</summary>
    public IReadOnlyList<string> AlsoSearched { get; init; } = [];

    /// <summary>Whether all words had to be dropped to 'any of them' because no section has all of them.</summary>
    public bool Relaxed { get; init; }

    /// <summary>How many items have all words in a section, when there are some and they do not fill a page: items with most of the words follow them. Null when there are no others.</summary>
    public int? Whole { get; init; }
}

/// <summary>One item, its best section first.</summary>
public sealed record SearchHit
{
    public required string ItemId { get; init; }
    public required string Type { get; init; }
    public required string Title { get; init; }
    public required string Path { get; init; }
    public required string Language { get; init; }
    public IReadOnlyList<SearchContext> Context { get; init; } = [];
    public IReadOnlyList<FacetValue> Facets { get; init; } = [];
    public required DateTimeOffset Date { get; init; }

    /// <summary>Greater is better; comparable within one result only.</summary>
    public required double Score { get; init; }

    /// <summary>Words of the query, as typed, that the best section lacks.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Up to three, best first.</summary>
    public required IReadOnlyList<SectionHit> Sections { get; init; }
}

/// <summary><paramref name="Snippet"/> is HTML: text escaped, and <c>mark</c> elements round the words found, nothing else.</summary>
public sealed record SectionHit(string? Anchor, string? Heading, string Snippet);

public sealed record FacetCount(string Facet, IReadOnlyList<FacetValueCount> Values);

public sealed record FacetValueCount(string Value, int Count);

public sealed record SearchSuggestion(string Text, string Type, string Url);
