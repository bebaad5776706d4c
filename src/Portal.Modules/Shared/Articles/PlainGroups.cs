using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Html;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Taxonomies;

namespace Portal.Modules.Shared.Articles;

/// <summary>Shows what lives inside an item: bag after bag, each item with its title, its fields and its body.</summary>
public sealed class PlainGroups(PlainFields fields, MarkdownRenderer renderer)
{
    private const int TopLevel = 2, LastLevel = 6;

    /// <param name="item">The outermost item.</param>
    /// <param name="type">Its type.</param>
    /// <param name="definitions">Those of the site.</param>
    /// <param name="all">The fields of the item and of what lives inside it.</param>
    /// <param name="targets">What they refer to.</param>
    /// <param name="taxonomies">Those of the site.</param>
    public IReadOnlyList<PlainGroup> Of(
        ContentItem item, ContentTypeDefinition type, ContentDefinitions definitions, IEnumerable<ItemField> all, FieldTargets targets, TaxonomySet taxonomies)
    {
        var byItem = all.ToLookup(field => ItemPlace(field.Place), StringComparer.Ordinal);
        return Groups(item.Content, type, "", TopLevel, 1);

        IReadOnlyList<PlainGroup> Groups(JsonObject content, ContentTypeDefinition holder, string prefix, int level, int depth)
            => depth > InnerItems.MaxDepth ? [] : [.. from found in InnerItems.Groups(content, holder, prefix)
                let below = found.Title is null ? level : Math.Min(level + 1, LastLevel)
                let items = found.Items(definitions).Where(inner => inner.Type is not null).Select(inner => Inner(inner, below, depth)).ToList()
                where items.Count > 0
                select new PlainGroup(found.Part.Name, found.Title, level, items)];

        PlainInner Inner(InnerItem inner, int level, int depth)
        {
            var below = inner.ShownTitle is null ? level : Math.Min(level + 1, LastLevel);
            return new PlainInner(
                inner.Anchor, inner.ShownTitle, level, fields.Of(byItem[inner.Place], targets, taxonomies), Body(inner.Item), Groups(inner.Json, inner.Type!, inner.Place + ".", below, depth + 1));
        }
    }

    // A field's place ends with its part and its own name.
    private static string ItemPlace(string place) => place.Split('.') is { Length: > 2 } names ? string.Join('.', names[..^2]) : "";

    private string Body(ContentItem item)
        => (item.Part<MarkdownBodyPart>().Markdown is { Length: > 0 } markdown ? renderer.Render(markdown, TermIndex.None, [], anchors: false).Html : "")
            + (item.Part<HtmlBodyPart>().Html is { Length: > 0 } html ? HtmlRenderer.Render(html, anchors: false).Html : "");
}
