using System.Collections.Frozen;

namespace Portal.Kernel.Hosting;

/// <summary>The addresses that are no items: pages and files of the modules, and trees that the host answers before any item.</summary>
public sealed class SitePages(IEnumerable<IModule> modules)
{
    // The host's own; that a module is there or not changes nothing about them.
    private static readonly FrozenSet<string> Trees = FrozenSet.Create(
        StringComparer.Ordinal, "api", "feeds", "health", "openapi", "_content", "error", "media", "pdf", "checklist");

    private readonly FrozenSet<string> _paths = modules.SelectMany(module => module.Paths).Select(path => path.Trim('/')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The pages of modules that search engines are told of, each with a leading slash.</summary>
    public IReadOnlyList<string> Listed { get; } = [.. modules.SelectMany(module => module.Listed).Order(StringComparer.Ordinal)];

    /// <summary>Whether a module has a page or a file at this address, with or without slashes at its ends.</summary>
    public bool Has(string path) => _paths.Contains(path.Trim('/'));

    /// <summary>Why no item may have the path, in a sentence; null when one may.</summary>
    public string? Refusal(string path)
    {
        var segments = path.Trim('/').Split('/');
        return Array.Exists(segments, segment => segment is "." or "..") ? $"'{path}' is not a path: a browser would take '.' and '..' out of it."
            : Trees.Contains(segments[0]) ? $"No item can stand below '/{segments[0]}': the portal itself answers there."
            : Has(path) ? $"'/{path.Trim('/')}' is a page of the portal itself: an item there could not be reached."
            : null;
    }
}
