using Portal.Kernel.Content;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Import.Building;

/// <summary>What an imported item may point at: the items of the import first, then those of the site, at the paths they will have when it is done.</summary>
internal sealed class ImportLookup : IFieldLookup
{
    // A folder full of wrong paths must not compare each with every other: no more errors than this are shown anyway.
    private const int MaxSuggestions = 100;

    private readonly ImportPlan _plan;
    private readonly SiteItems _site;
    private readonly HashSet<string> _paths;
    private int _suggestions;

    public ImportLookup(TaxonomySet taxonomies, ImportPlan plan, SiteItems site)
    {
        (Taxonomies, _plan, _site) = (taxonomies, plan, site);
        _paths = [.. plan.Paths, .. site.Paths.Where(path => SiteItem(path) is not null)];
    }

    public TaxonomySet Taxonomies { get; }

    public FieldTarget? Target(string reference)
    {
        if (reference.StartsWith('/'))
        {
            var path = reference.Trim('/');
            return Planned(path) is { } item ? Of(item) : SiteItem(path) is { } known ? new FieldTarget(known.Id, known.Type) : null;
        }

        return !Ids.IsId(reference) ? null
            : _plan.ById(reference) is { } planned ? Of(planned)
            : _site.ById(reference) is { } site ? new FieldTarget(site.Id, site.Type)
            : null;
    }

    public string? NearestPath(string reference)
        => _suggestions++ < MaxSuggestions && NearestName.Of(reference.Trim('/'), _paths) is { } path ? "/" + path : null;

    public PlannedItem? Planned(string path) => _plan.ByPath(path);

    /// <summary>An item of the site that is not in the import; one that is has the path that the import gives it.</summary>
    public SiteItem? SiteItem(string path) => _site.ByPath(path) is { } item && _plan.ById(item.Id) is null ? item : null;

    /// <summary>Whether a reader finds an item at the path once the import is done. A draft leaves its public edition where it is.</summary>
    public bool IsPublic(string path)
        => Planned(path) is { State: ItemState.Published }
            || (_site.IsPublic(path) && _site.ByPath(path) is { } item && _plan.ById(item.Id) is null or { State: ItemState.Draft });

    private static FieldTarget Of(PlannedItem item) => new(item.Id, item.Outline.Type?.Name ?? "");
}
