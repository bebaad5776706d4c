using System.Text.Json;
using Portal.Kernel.Search;
using Portal.Testing;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.PostgreSql;

/// <summary>The same content, asked the same, answers the same in both databases: hits, their order, scores and snippets, counts, spellings.</summary>
public sealed class SameAnswersTests : IAsyncLifetime
{
    private static readonly string[] Queries =
    [
        "prison", "exit work", "multi-agency", "police and social work", "burnout", "volunteers in exit programmes", "\"case conference\"", "+risk -prison", "title:handbook", "fami*",
        "probaton", "mentering", "trust AND (family OR school)", "who may share information about a client", "CSO", "first line practitioners", "de-radicalisation", "type:Handbook safety", "zzzz", "the",
        "reintegration after prison", "mental health service", "how is a referral made", "women", "supervision of staff",
    ];

    private ImportSite _sqlite = null!;
    private ImportSite _postgres = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        (_sqlite, _postgres) = (await SiteAsync(onPostgres: false), await SiteAsync(onPostgres: true));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in new[] { _sqlite, _postgres })
        {
            if (site is not null)
            {
                await site.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Search_Anything_GivesTheSame()
    {
        foreach (var query in Queries)
        {
            foreach (var sort in Enum.GetValues<SearchSort>())
            {
                Assert.Equal($"{query}: {await SearchAsync(_sqlite, query, sort)}", $"{query}: {await SearchAsync(_postgres, query, sort)}");
            }

            Assert.Equal(await SuggestAsync(_sqlite, query[..Math.Min(4, query.Length)]), await SuggestAsync(_postgres, query[..Math.Min(4, query.Length)]));
        }

        // The tests' words are of the content.
        Assert.Contains("\"ItemId\"", await SearchAsync(_sqlite, "prison", SearchSort.Relevance), StringComparison.Ordinal);
    }

    private static async Task<ImportSite> SiteAsync(bool onPostgres)
    {
        var site = await ImportSite.EmptyAsync(onPostgres: onPostgres);
        Assert.Empty((await site.RunAsync(ImportSite.Shipped("recipes/portal.recipe.json"))).Errors);
        return site;
    }

    private static async Task<string> SearchAsync(ImportSite site, string query, SearchSort sort)
    {
        var found = await site.Get<ISearchIndex>().SearchAsync(new SearchRequest { Query = query, Sort = sort, Facets = ["type", "topic", "country"] }, Token);
        // When each site was set up is its own affair.
        return JsonSerializer.Serialize(found with { Hits = [.. found.Hits.Select(hit => hit with { Date = default })] });
    }

    private static async Task<string> SuggestAsync(ImportSite site, string text) => JsonSerializer.Serialize(await site.Get<ISearchIndex>().SuggestAsync(text, 10, Token));
}
