using Microsoft.AspNetCore.Mvc;

namespace Portal.Modules.TakeAway.Public;

/// <summary>
/// Makes documents of pages that are no items, as a comparison: a module adds one to the services. Items need none, whatever their kind.
/// </summary>
public interface IPrintSource
{
    /// <summary>The document of a page.</summary>
    /// <param name="path">The page's path, with a leading slash.</param>
    /// <param name="context">The request: its query is that of the page; templates are rendered in it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Null when the page is not this source's.</returns>
    Task<PrintDocument?> ReadAsync(string path, ActionContext context, CancellationToken cancellationToken);
}
