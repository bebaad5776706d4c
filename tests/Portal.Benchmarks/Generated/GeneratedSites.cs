using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Generated;

/// <summary>Sites with generated content, each made once in a run by the program's own <c>import</c>: that is measured too.</summary>
internal sealed class GeneratedSites
{
    private readonly Dictionary<(int Items, int SectionsAnItem), GeneratedSite> _sites = [];

    public async Task<GeneratedSite> WithAsync(Lab lab, int items, int sectionsAnItem, CancellationToken cancellationToken)
    {
        if (_sites.TryGetValue((items, sectionsAnItem), out var made))
        {
            return made;
        }

        Lab.Say($"Importing {items} generated items of {sectionsAnItem} sections");
        var name = $"{items}-of-{sectionsAnItem}";
        var site = await PortalSite.SetUpAsync(lab, "generated-" + name, cancellationToken);
        var folder = lab.Folder("content-" + name);
        new GeneratedContent(Path.Combine(site.ContentFolder, "taxonomies"), sectionsAnItem).Write(folder, items);
        var import = await site.ImportAsync(folder, cancellationToken);
        Directory.Delete(folder, recursive: true);
        return _sites[(items, sectionsAnItem)] = new GeneratedSite(site, items, import);
    }
}

/// <param name="Site">Beside the real content.</param>
/// <param name="Items">Generated ones.</param>
/// <param name="Import">How the import went.</param>
internal sealed record GeneratedSite(PortalSite Site, int Items, RunResult Import)
{
    public double ItemsPerSecond => Items / Import.Time.TotalSeconds;
}
