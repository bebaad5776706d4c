using Microsoft.Extensions.Logging;

namespace Portal.Kernel.Search;

/// <summary>
/// Searches once in every way after the start, so that nobody is the first: the dictionaries are read and the code is compiled before a reader waits for it.
/// It leaves no trace in the log of searches.
/// </summary>
public sealed partial class SearchWarmUp(ISearchIndex index, ILogger<SearchWarmUp> logger)
{
    // Each shape of query; the words need not be found.
    private static readonly string[] Queries =
    [
        "prison school family", "\"exit work\"", "\"work exit\"~4", "scho*", "sc?ool", "prisn~", "prison AND (school OR family) -police", "title:exit heading:work^2", "year:[2016 TO 2020]",
        "prisonschool", "schol prisn xqzw", "prison",
    ];

    /// <summary>Never fails: what is wrong shows again when somebody searches.</summary>
    public async Task RunAsync(IReadOnlyList<string> facets, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var query in Queries)
            {
                await index.SearchAsync(new SearchRequest { Query = query, Facets = facets }, cancellationToken);
            }

            await index.SuggestAsync("pris", 8, cancellationToken);
            await index.SuggestAsync("prisn scho", 8, cancellationToken);
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The search could not be warmed up.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
