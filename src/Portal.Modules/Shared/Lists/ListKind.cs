using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;

namespace Portal.Modules.Shared.Lists;

/// <summary>What the list of one kind of item says about itself; how a list behaves is the same for all.</summary>
public sealed record ListKind
{
    /// <summary>The content type.</summary>
    public required string Type { get; init; }

    /// <summary>The list's address; those of its items stand under it.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    /// <summary>What the browser calls the page, where another page has the same heading.</summary>
    public string? HeadTitle { get; init; }

    /// <summary>What one of them is called in a sentence.</summary>
    public required string One { get; init; }

    /// <summary>What several are called in a sentence.</summary>
    public required string Many { get; init; }

    /// <summary>What the reader is told under the title.</summary>
    public required string Lead { get; init; }

    /// <summary>What search engines are told.</summary>
    public required string Description { get; init; }

    /// <summary>Names of the taxonomies that narrow the list, in the order that they are shown. Others narrow it when an address names them.</summary>
    public required IReadOnlyList<string> Facets { get; init; }

    /// <summary>Its orders; the first is the usual one, which addresses do not name.</summary>
    public required IReadOnlyList<ListSort> Sorts { get; init; }

    /// <summary>The row of an item; not asked by a list that makes its rows in its own way.</summary>
    public Func<ContentItem, RowWords, ListRow>? Row { get; init; }

    /// <summary>What several of the list's items can be chosen for; null when they are only read.</summary>
    public ListChoice? Choice { get; init; }

    public string Feed => $"/feeds{Path}.atom";
}

/// <summary>A form round the list: each row offers its item by the last part of its path.</summary>
/// <param name="Action">Where what was chosen is sent, as a query.</param>
/// <param name="Key">Its name in that query.</param>
/// <param name="Label">What stands beside the box of a row.</param>
/// <param name="Button">What stands on the button.</param>
/// <param name="Hint">How many may be chosen.</param>
public sealed record ListChoice(string Action, string Key, string Label, string Button, string Hint);

/// <param name="Name">As in addresses.</param>
/// <param name="Label">As on the screen, after 'Sort by'.</param>
/// <param name="Order">What comes first.</param>
public sealed record ListSort(string Name, string Label, ListingOrder Order)
{
    public static readonly ListSort Title = new("title", "Title", ListingOrder.Title);
    public static readonly ListSort Newest = new("newest", "Last changed", ListingOrder.Newest);
    public static readonly ListSort Country = new("country", "Country", ListingOrder.Term("country"));
}
