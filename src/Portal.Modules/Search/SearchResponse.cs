using System.Text.Json.Serialization;
using Portal.Kernel.Search;
using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Search;

/// <summary>What <c>/api/v1/search</c> answers.</summary>
public sealed record SearchResponse
{
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int Size { get; init; }

    /// <summary>Server time in milliseconds.</summary>
    public required double TookMs { get; init; }
    public required string Query { get; init; }
    public required string? DidYouMean { get; init; }

    /// <summary>The query searched in place of the one asked, because that one found nothing.</summary>
    public required string? SearchedInstead { get; init; }

    /// <summary>Filter values that bear the name asked for, when the search shows nothing of its own.</summary>
    public required IReadOnlyList<FiledUnderResponse> FiledUnder { get; init; }

    /// <summary>Wordings searched besides, by the synonyms of the glossary and of terms.</summary>
    public required IReadOnlyList<string> AlsoSearched { get; init; }

    /// <summary>Sentences about what was not searched as it was typed, because a bound was met or a value is not known, and about why nothing was found.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
    public required IReadOnlyList<HitResponse> Hits { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetResponse>> Facets { get; init; }

    public static SearchResponse From(SearchResult result, IReadOnlyList<Facet> facets, IReadOnlyList<FiledValue> filed, SearchRequest asked, TimeSpan took) => new()
    {
        Total = result.Total,
        Page = asked.Page,
        Size = asked.Size,
        TookMs = Math.Round(took.TotalMilliseconds, 2),
        Query = asked.Query,
        DidYouMean = result.DidYouMean,
        SearchedInstead = result.SearchedInstead,
        FiledUnder = [.. filed.Select(value => new FiledUnderResponse(value.Facet, value.Value, value.Label, value.Count))],
        AlsoSearched = result.AlsoSearched,
        Notes = result.Notes,
        Hits = [.. result.Hits.Select(HitResponse.From)],
        Facets = facets.ToDictionary(
            facet => facet.Name,
            facet => (IReadOnlyList<FacetResponse>)[.. facet.Options.Select(option => new FacetResponse(option.Value, option.Label, option.Count))],
            StringComparer.Ordinal),
    };
}

/// <summary>An item, by its best section; <see cref="More"/> are further sections of it.</summary>
public sealed record HitResponse
{
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required string Title { get; init; }

    /// <summary>With the section's anchor.</summary>
    public required string Url { get; init; }
    public required string? Section { get; init; }

    /// <summary>HTML: text, and <c>mark</c> elements, nothing else.</summary>
    public required string Snippet { get; init; }
    public required double Score { get; init; }

    /// <summary>Terms that the item is filed under, by taxonomy.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Terms { get; init; }

    /// <summary>Words of the query that the section lacks.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SectionResponse>? More { get; init; }

    public static HitResponse From(SearchHit hit)
    {
        var best = hit.Sections[0];
        return new HitResponse
        {
            Id = hit.ItemId,
            Type = hit.Type,
            Title = hit.Title,
            Url = hit.UrlOf(best),
            Section = best.Heading,
            Snippet = best.Snippet,
            Score = Math.Round(hit.Score, 4),
            Terms = hit.Facets.GroupBy(facet => facet.Facet, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(facet => facet.Value)], StringComparer.Ordinal),
            Missing = hit.Missing,
            More = hit.Sections.Count == 1 ? null : [.. hit.Sections.Skip(1).Select(section => new SectionResponse(hit.UrlOf(section), section.Heading, section.Snippet))],
        };
    }
}

public sealed record SectionResponse(string Url, string? Section, string Snippet);

public sealed record FacetResponse(string Value, string Label, int Count);

/// <param name="Facet">The parameter that filters by it.</param>
public sealed record FiledUnderResponse(string Facet, string Value, string Label, int Count);

public sealed record SuggestResponse(IReadOnlyList<SuggestionResponse> Suggestions);

/// <param name="Kind">What its type is called on the screen.</param>
public sealed record SuggestionResponse(string Text, string Type, string Kind, string Url);
