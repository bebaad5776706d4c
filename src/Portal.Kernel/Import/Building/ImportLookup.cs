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
    private readonly HashSet<string> _folders;
    private int _suggestions;

    public ImportLookup(TaxonomySet taxonomies, ImportPlan plan, SiteItems site)
    {
        (Taxonomies, _plan, _site) = (taxonomies, plan, site);
        _paths = [.. plan.Paths, .. site.Paths.Where(path => SiteItem(path) is not null)];
        _folders = _paths.SelectMany(Above).ToHashSet(StringComparer.Ordinal);
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

    /// <summary>Whether there are items below the path, which makes it the address of a list.</summary>
    public bool IsFolder(string path) => _folders.Contains(path);

    private static FieldTarget Of(PlannedItem item) => new(item.Id, item.Outline.Type?.Name ?? "");

    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            yield return path[..slash];
        }
    }
}
