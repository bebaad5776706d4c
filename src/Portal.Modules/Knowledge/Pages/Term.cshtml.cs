using System.Text.Json.Nodes;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Knowledge.Pages;

/// <summary>A term by itself, as a plain page that stands in the glossary.</summary>
public sealed class TermModel(IDatabase database, ContentRouter router, PlainArticles articles, Glossary glossary) : ItemPage(database, router, articles)
{
    protected override async Task<bool> ShowAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        if (item.ContentType != Glossary.ContentType)
        {
            return false;
        }

        var article = (await ShowPlainAsync(session, item, cancellationToken)).Article;
        var entry = (await glossary.GetAsync(cancellationToken)).BySlug(article.Path[(article.Path.LastIndexOf('/') + 1)..]);
        var names = (entry is null ? [] : entry.Abbreviations.Concat(entry.Synonyms)).Select(name => (JsonNode)name).ToArray();
        DependOn(Glossary.Tag);
        SetHead(new PageHead
        {
            Title = article.Title,
            Description = entry?.Definition,
            Crumbs = [new Crumb("Glossary", "/glossary")],
            Facts = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["alternateName"] = names.Length == 0 ? null : new JsonArray(names) },
        }, article);
        return true;
    }
}
