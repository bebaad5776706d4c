using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Kernel.Import.Files;
using Portal.Kernel.Import.Planning;
using Portal.Kernel.Media;

namespace Portal.Kernel.Import.Building;

/// <summary>
/// Sees that texts come out as they were meant, and that links within the site lead somewhere: to what a reader will find there when the import is done,
/// and to a heading that is there. What is itself not public may link to what is not public yet.
/// </summary>
internal sealed class LinkCheck(
    ContentDefinitions definitions, ImportLookup lookup, SitePages pages, FolderReader files, ContentStore store, MediaStore media,
    DbSession session)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _siteAnchors = new(StringComparer.Ordinal);

    /// <param name="item">Where the item stands and what becomes of it.</param>
    /// <param name="front">Its file.</param>
    /// <param name="built">The item made of it, whose fields are checked as the body is.</param>
    /// <param name="errors">Where to say what is wrong.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task CheckAsync(PlannedItem item, FrontMatter front, ContentItem built, FileErrors errors, CancellationToken cancellationToken)
    {
        await TextAsync(item, item.Outline.Body, ErrorPlaces.BodyKey, line => front.BodyLine + line - 1, errors, cancellationToken);
        foreach (var (place, field, json) in ItemFields.Of(built, item.Outline.Type!, definitions).Where(field => field.Field.FieldType is "LinkField" or "MarkdownField"))
        {
            // A field's text may begin on the line of its key or on the next: the key's line leads to it well enough. So does that of a bag.
            var key = FieldWriter.Key(place.Contains('[', StringComparison.Ordinal) ? place.Split('[')[0] : field.Name);
            var line = front.Values.Values.GetValueOrDefault(key)?.Line;
            if (Value(json, "Markdown") is { } text)
            {
                await TextAsync(item, MarkdownOutline.Of(text), key, _ => line, errors, cancellationToken);
            }
            else if (Value(json, "Url") is { } url && await ProblemAsync(item, url, cancellationToken) is { } problem)
            {
                errors.Add(line, key, problem);
            }
        }
    }

    private static string? Value(JsonObject? json, string key) => json?[key].TextOrNull();

    private async Task TextAsync(PlannedItem item, MarkdownOutline text, string field, Func<int, int?> lineOf, FileErrors errors, CancellationToken cancellationToken)
    {
        foreach (var problem in text.Problems)
        {
            errors.Add(lineOf(problem.Line), field, problem.Message);
        }

        foreach (var link in text.Links)
        {
            if (await ProblemAsync(item, link.Url, cancellationToken) is { } problem)
            {
                errors.Add(lineOf(link.Line), field, problem);
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
        var own = address.Length == 0 || address[0] == '?';
        var anchors = own ? item.Outline.Body.Anchors : await AnchorsAsync(path, cancellationToken);
        if (anchors is null)
        {
            return pages.Has(path) || files.HasMedia(path) || lookup.IsPublic(path) || await IsMediaAsync(path, cancellationToken)
                ? null
                : $"The link '{url}' leads nowhere: there is no {(path.StartsWith("media/", StringComparison.Ordinal) ? "file" : "page")} '/{path}'.{NearestName.Suggestion(lookup.NearestPath(path))}";
        }

        if (!own && item.State == ItemState.Published && !lookup.IsPublic(path))
        {
            return $"The link '{url}' leads nowhere for a reader: the page '/{path}' is not published.";
        }

        // Of a file that cannot be read the headings are not known; that is an error of its own.
        return anchor.Length == 0 || anchors.Contains(anchor) || lookup.Planned(path) is { Outline.Type: null }
            ? null
            : $"The link '{url}' leads to no heading '{anchor}' of that page.{NearestName.Suggestion(NearestName.Of(anchor, anchors))}";
    }

    private async Task<bool> IsMediaAsync(string path, CancellationToken cancellationToken)
        => path.StartsWith("media/", StringComparison.Ordinal) && await media.GetAsync(session, path["media/".Length..], cancellationToken) is not null;

    /// <summary>The anchors of an item's page, or null when no item has the path.</summary>
    private async Task<IReadOnlyList<string>?> AnchorsAsync(string path, CancellationToken cancellationToken)
    {
        if (lookup.Planned(path) is { } planned)
        {
            return planned.Outline.Body.Anchors;
        }

        if (lookup.SiteItem(path) is not { } known)
        {
            return null;
        }

        if (!_siteAnchors.TryGetValue(known.Id, out var anchors))
        {
            var body = (await store.LatestAsync(session, known.Id, cancellationToken))?.Part<MarkdownBodyPart>().Markdown;
            _siteAnchors[known.Id] = anchors = MarkdownOutline.Of(body ?? "").Anchors;
        }

        return anchors;
    }
}
