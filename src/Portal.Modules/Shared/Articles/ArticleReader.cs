using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Html;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Localization;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;

namespace Portal.Modules.Shared.Articles;

/// <summary>Makes articles out of published items.</summary>
public sealed class ArticleReader(
    ContentStore store, ContentDefinitionStore definitions, TaxonomyCatalog taxonomies, Translations translations, Glossary glossary, MarkdownRenderer renderer, TimeProvider time)
{
    public const string Citations = "Citations";

    public async Task<Article> OfAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var terms = await glossary.GetAsync(cancellationToken);
        var path = item.Path();
        var body = WithHtml(renderer.Render(item.Part<MarkdownBodyPart>().Markdown ?? "", terms.Terms, [path[(path.LastIndexOf('/') + 1)..]]), item);
        return new Article
        {
            ItemId = item.ContentItemId,
            Type = item.ContentType,
            Title = item.Title(),
            Path = path,
            Language = item.Part<LocalizationPart>().Culture ?? LocalizationPart.DefaultCulture,
            Summary = item.Text("Summary"),
            Body = body,
            Terms = [.. body.Terms.Select(terms.BySlug).OfType<GlossaryEntry>()],
            Sources = await SourcesAsync(session, item, cancellationToken),
            SourceDetail = (string?)item.Field(Citations, "SourceDetail")?["Text"],
            Topics = await TopicsAsync(item, cancellationToken),
            Translations = await translations.OfAsync(item.Part<LocalizationPart>().LocalizationSet, cancellationToken),
            Seo = SeoHead.Of(item),
            Owner = item.Owner,
            ModifiedUtc = item.ModifiedUtc,
            Review = Review.Of(item, time),
        };
    }

    private static RenderedMarkdown WithHtml(RenderedMarkdown body, ContentItem item)
    {
        if (item.Part<HtmlBodyPart>().Html is not { Length: > 0 } html)
        {
            return body;
        }

        var more = HtmlRenderer.Render(html, body.Headings.Select(heading => heading.Id));
        return body with { Html = body.Html + more.Html, Headings = [.. body.Headings, .. more.Headings] };
    }

    private async Task<IReadOnlyList<SourceLink>> SourcesAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var ids = item.References(Citations, "Sources");
        var sources = (await store.PublishedAsync(session, ids, cancellationToken)).ToDictionary(source => source.ContentItemId, StringComparer.Ordinal);
        return [.. ids.Where(sources.ContainsKey).Select(id => SourceLink.Of(sources[id]))];
    }

    private async Task<IReadOnlyList<TopicGroup>> TopicsAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(cancellationToken);
        var catalog = await taxonomies.GetAsync(cancellationToken);
        if (known.Type(item.ContentType) is not { } type)
        {
            return [];
        }

        return [.. from placed in known.FieldsOf(type)
                   where placed.Field.FieldType == ItemTerms.FieldType
                   let json = item.Field(placed.PartName, placed.Field.Name)
                   where json is not null
                   let taxonomy = (string?)json["TaxonomyContentItemId"] is { } id ? catalog.ById(id) : null
                   where taxonomy is not null
                   let links = ItemTerms.Chosen(json, catalog).Select(term => new TopicLink(term.Title, $"/search?{taxonomy.Name}={term.Slug}")).ToList()
                   where links.Count > 0
                   select new TopicGroup(taxonomy.Name, taxonomy.Title, links)];
    }
}
