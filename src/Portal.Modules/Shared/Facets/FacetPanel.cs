namespace Portal.Modules.Shared.Facets;

/// <summary>Facets beside a list or search results, and the chips of what is chosen. Every option is a link to the state it leads to.</summary>
public sealed record FacetPanel(IReadOnlyList<Facet> Facets, IReadOnlyList<FacetChip> Chips, string ClearUrl)
{
    public static readonly FacetPanel Empty = new([], [], "");
}

/// <param name="Name">As in addresses.</param>
/// <param name="Title">As on the screen.</param>
/// <param name="Options">Those that would leave something, and those chosen.</param>
public sealed record Facet(string Name, string Title, IReadOnlyList<FacetOption> Options)
{
    public bool AnyChosen => Options.Any(option => option.Chosen);
}

/// <param name="Url">Leads to the list with this value added or, when it is chosen, taken away.</param>
public sealed record FacetOption(string Value, string Label, int Count, bool Chosen, int Depth, string Url);

/// <param name="Url">Leads to the list without this filter.</param>
public sealed record FacetChip(string FacetTitle, string Label, string Url);
