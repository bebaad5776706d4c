using System.Globalization;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Taxonomies;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Shared.Lists;

/// <summary>What rows say that their items alone do not know: names of terms, years of papers, whether a review is overdue.</summary>
public sealed class RowWords(TaxonomySet taxonomies, IReadOnlyDictionary<string, ContentItem> sources, TimeProvider time)
{
    /// <summary>The row that every kind begins with. Of reviews it says only that one is overdue: a date that is still to come helps nobody to choose.</summary>
    public ListRow Row(ContentItem item) => ListRow.Of(item, Review.Of(item, time) is { Overdue: true } overdue ? overdue : null);

    /// <summary>Titles of the terms of a field, joined by commas; null when there are none.</summary>
    public string? Terms(ContentItem item, string field) => Terms(item, item.ContentType, field);

    public string? Terms(ContentItem item, string part, string field)
        => item.Field(part, field) is { } json && ItemTerms.Chosen(json, taxonomies).Select(term => term.Title).ToList() is { Count: > 0 } titles ? string.Join(", ", titles) : null;

    public string? Countries(ContentItem item) => Terms(item, "Classification", "Country");

    /// <summary>'Described in a paper of 2018'; null for an item without a source.</summary>
    public string? Described(ContentItem item)
    {
        var papers = item.References(ArticleReader.Citations, "Sources").Where(sources.ContainsKey).Select(id => sources[id]).ToList();
        var years = papers.Select(paper => paper.Number("Year")).OfType<int>().Distinct().Order().Select(year => year.ToString(CultureInfo.InvariantCulture)).ToList();
        return (papers.Count, years) switch
        {
            (0, _) => null,
            (1, []) => "Described in a paper without a year",
            (_, []) => "Described in papers without a year",
            (1, [var year]) => $"Described in a paper of {year}",
            (_, [var year]) => $"Described in papers, one of {year}",
            _ => $"Described in papers of {string.Join(", ", years.SkipLast(1))} and {years[^1]}",
        };
    }
}
