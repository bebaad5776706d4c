using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Kernel.Search;

namespace Portal.Modules.Shared.Facets;

/// <summary>The state of a list or a search as its address holds it: the words, the filters, the order, the page.</summary>
public sealed record FilterQuery
{
    private const int MaxFilters = 40;
    private const int MaxValue = 100;
    private const int LongestWord = 64;

    /// <summary>What the order is called in an address.</summary>
    public const string SortName = "sort";

    /// <summary>In UTF-16 units, to the end of the last whole word. Every link to another state of the list repeats the words: about as many as are searched for, and no more.</summary>
    public const int MaxWords = 200;

    /// <summary>A list's page, in its address.</summary>
    public static readonly QueryNumber PageNumber = new("page", 10_000, 1);

    public required string Path { get; init; }

    public string? Words { get; init; }

    /// <summary>Whether more words were asked for than are kept.</summary>
    public bool WordsAreCut { get; init; }

    public IReadOnlyList<FacetValue> Filters { get; init; } = [];

    /// <summary>The name of the order; null for the list's usual one, which addresses do not name.</summary>
    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Reads the address; parameters that are not among <paramref name="facets"/> and nonsense are passed over.</summary>
    /// <param name="path">The page's own, whichever way its address was written.</param>
    /// <param name="request">Whose query is read.</param>
    /// <param name="facets">Names of filters.</param>
    public static FilterQuery Read(string path, HttpRequest request, IEnumerable<string> facets) => new()
    {
        Path = path,
        Words = request.Query.TryGetValue("q", out var words) ? Cut(words.ToString()) : null,
        WordsAreCut = words.ToString().Length > MaxWords,
        Filters = [.. facets
            .SelectMany(facet => request.Query[facet].OfType<string>().SelectMany(value => value.Split(',')).Select(value => new FacetValue(facet, Visible(value).Trim())))
            .Where(filter => filter.Value.Length > 0)
            .Distinct()
            .Take(MaxFilters)],
        Page = PageNumber.ReadNearest(request.Query["page"]),
    };

    /// <summary>With values that differ in case only as they are known.</summary>
    public FilterQuery Written(FacetNames known)
        => this with { Filters = [.. Filters.Select(filter => filter with { Value = known.ValueOf(filter.Facet, filter.Value) ?? filter.Value }).Distinct()] };

    /// <summary>The address of this state.</summary>
    public string Url()
    {
        var parameters = new List<KeyValuePair<string, string?>>();
        if (Words is not null)
        {
            parameters.Add(KeyValuePair.Create("q", (string?)Words));
        }

        parameters.AddRange(Filters.Select(filter => KeyValuePair.Create(filter.Facet, (string?)filter.Value)));
        if (Sort is not null)
        {
            parameters.Add(KeyValuePair.Create(SortName, (string?)Sort));
        }

        if (Page > 1)
        {
            parameters.Add(KeyValuePair.Create("page", (string?)Page.ToString(CultureInfo.InvariantCulture)));
        }

        return QueryHelpers.AddQueryString(Path, parameters);
    }

    public FilterQuery With(FacetValue filter) => this with { Page = 1, Filters = [.. Filters, filter] };

    public FilterQuery Without(FacetValue filter) => this with { Page = 1, Filters = [.. Filters.Where(other => other != filter)] };

    public FilterQuery WithoutFilters() => this with { Page = 1, Filters = [] };

    public FilterQuery SortedBy(string? sort) => this with { Page = 1, Sort = sort };

    public FilterQuery AtPage(int page) => this with { Page = page };

    // A value is a term's slug or nothing's: what is longer than any, or steers the direction of the text around it, finds nothing and is shown as what can be shown of it.
    private static string Visible(string value)
        => new([.. value.Take(MaxValue).Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)]);

    // At the end of a word: half a word would be searched, and named, as one that nobody typed. What has no end for so long is no word.
    private static string Cut(string words)
    {
        if (words.Length <= MaxWords)
        {
            return words;
        }

        var end = MaxWords;
        while (end > MaxWords - LongestWord && !char.IsWhiteSpace(words[end]))
        {
            end--;
        }

        return words[..(char.IsWhiteSpace(words[end]) ? end : char.IsHighSurrogate(words[MaxWords - 1]) ? MaxWords - 1 : MaxWords)];
    }
}
