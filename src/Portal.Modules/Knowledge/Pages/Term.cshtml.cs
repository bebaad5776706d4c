using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Knowledge.Pages;

/// <summary>A term by itself, as a plain page that stands in the glossary.</summary>
[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class TermModel(IDatabase database, ContentRouter router, PlainArticles articles, Glossary glossary) : ItemPage(articles)
{
    public async Task<IActionResult> OnGetAsync(string term, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var route = await router.ResolveAsync(session, Request.Path, cancellationToken);
        if (route is not RouteResult.Found { Item: var item })
        {
            return Elsewhere(route);
        }

        var page = await PlainAsync(session, item, cancellationToken);
        if (item.ContentType != Glossary.ContentType)
        {
            return page;
        }

        var article = Plain!.Article;
        var entry = (await glossary.GetAsync(cancellationToken)).BySlug(term);
        var names = (entry is null ? [] : entry.Abbreviations.Concat(entry.Synonyms)).Select(name => (JsonNode)name).ToArray();
        DependOn(Glossary.Tag);
        SetHead(new PageHead
        {
            Title = article.Title,
            Description = entry?.Definition,
            Crumbs = [new Crumb("Glossary", "/glossary")],
            Facts = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["alternateName"] = names.Length == 0 ? null : new JsonArray(names) },
        }, article);
        return page;
    }
}
