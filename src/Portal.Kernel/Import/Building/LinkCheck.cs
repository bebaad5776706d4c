using System.Collections.Frozen;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Kernel.Import.Files;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Import.Building;

/// <summary>Sees that a body comes out as it was meant, and that its links within the site lead somewhere: to a known path, and to a heading that is there.</summary>
internal sealed class LinkCheck(IMarkdownOutline markdown, ImportLookup lookup, ContentStore store, DbSession session)
{
    private const string Body = "body";

    // Pages that are no items, and trees of them.
    private static readonly FrozenSet<string> Pages = FrozenSet.Create(StringComparer.Ordinal, "", "search", "handbooks", "glossary", "sitemap.xml");
    private static readonly FrozenSet<string> Trees = FrozenSet.Create(StringComparer.Ordinal, "account", "my", "admin", "cases", "feeds", "api", "openapi", "media");

    private readonly Dictionary<string, IReadOnlyList<string>> _siteAnchors = new(StringComparer.Ordinal);

    public async Task CheckAsync(PlannedItem item, FrontMatter front, FileErrors errors, CancellationToken cancellationToken)
    {
        foreach (var problem in markdown.Problems(front.Body))
        {
            errors.Add(front.BodyLine + problem.Line - 1, Body, problem.Message);
        }

        foreach (var link in markdown.Links(front.Body))
        {
            if (await ProblemAsync(item, link.Url, cancellationToken) is { } problem)
            {
                errors.Add(front.BodyLine + link.Line - 1, Body, problem);
            }
        }
    }

    private async Task<string?> ProblemAsync(PlannedItem item, string url, CancellationToken cancellationToken)
    {
        if (url.Length == 0 || !SafeLinks.IsInternal(url))
        {
            return null;
        }

        var (address, anchor) = url.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? (url[..hash], Uri.UnescapeDataString(url[(hash + 1)..])) : (url, "");
        var path = Uri.UnescapeDataString(address.Split('?')[0]).Trim('/');
        var anchors = address.Length == 0 ? item.Outline.Anchors : await AnchorsAsync(path, cancellationToken);
        if (anchors is null)
        {
            return IsPage(path) ? null : $"The link '{url}' leads nowhere: there is no page '/{path}'.{NearestName.Suggestion(lookup.NearestPath(path))}";
        }

        // Of a file that cannot be read the headings are not known; that is an error of its own.
        return anchor.Length == 0 || anchors.Contains(anchor) || lookup.Planned(path) is { Outline.Type: null }
            ? null
            : $"The link '{url}' leads to no heading '{anchor}' of that page.{NearestName.Suggestion(NearestName.Of(anchor, anchors))}";
    }

    private bool IsPage(string path) => Pages.Contains(path) || Trees.Contains(path.Split('/')[0]) || lookup.IsFolder(path);

    /// <summary>The anchors of an item's page, or null when no item has the path.</summary>
    private async Task<IReadOnlyList<string>?> AnchorsAsync(string path, CancellationToken cancellationToken)
    {
        if (lookup.Planned(path) is { } planned)
        {
            return planned.Outline.Anchors;
        }

        if (lookup.SiteItem(path) is not { } known)
        {
            return null;
        }

        if (!_siteAnchors.TryGetValue(known.Id, out var anchors))
        {
            var body = (await store.LatestAsync(session, known.Id, cancellationToken))?.Part<MarkdownBodyPart>().Markdown;
            _siteAnchors[known.Id] = anchors = markdown.Anchors(body ?? "");
        }

        return anchors;
    }
}
