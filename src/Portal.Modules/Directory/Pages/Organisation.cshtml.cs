using System.Text.Json.Nodes;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Items;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Directory.Pages;

public sealed class OrganisationModel(IDatabase database, ContentRouter router, ItemReader reader, PlainArticles articles) : KindPage(database, router, reader, articles)
{
    protected override ListKind Kind => OrganisationList.Kind;

    // The address of this page is where it is described, not where it is at home.
    protected override IReadOnlyDictionary<string, JsonNode?> Facts() => new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
    {
        ["url"] = View.Field("Website")?.Links is [var site, ..] ? site.Url : null,
        ["foundingDate"] = View.Field("Founded")?.Text is { Length: 4 } year && year.All(char.IsAsciiDigit) ? year : null,
        ["areaServed"] = View.Article.Topics.FirstOrDefault(topic => topic.Name == "country") is { } countries
            ? new JsonArray([.. countries.Terms.Select(country => (JsonNode)new JsonObject { ["@type"] = "Country", ["name"] = country.Label })])
            : null,
    };
}
