using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Shared.Lists;

/// <summary>A list as its page shows it.</summary>
public sealed record ListView
{
    public required ListKind Kind { get; init; }

    /// <summary>The state that its address holds.</summary>
    public required FilterQuery Query { get; init; }

    /// <summary>Items that match.</summary>
    public required int Total { get; init; }
    public required IReadOnlyList<ListRow> Rows { get; init; }
    public required FacetPanel Panel { get; init; }
    public required IReadOnlyList<SortLink> Sorts { get; init; }
    public required Pager Pager { get; init; }

    /// <summary>What a kind shows above its list and changes with it: a template and what it is made of.</summary>
    public ListLead? Above { get; init; }

    /// <summary>What a kind shows under its title, whatever the list is narrowed to.</summary>
    public ListLead? Head { get; init; }
}

/// <param name="Label">As on the screen.</param>
/// <param name="Url">Leads to the same list in this order.</param>
/// <param name="Chosen">Whether the list is in this order.</param>
public sealed record SortLink(string Name, string Label, string Url, bool Chosen);

public sealed record ListLead(string Template, object Model);
