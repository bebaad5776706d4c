using Microsoft.AspNetCore.Mvc;

namespace Portal.Modules.TakeAway.Public;

/// <summary>
/// Makes documents of pages that are no items, as a comparison: a module adds one to the services. For items of a kind there is <see cref="IKindPrint"/>.
/// </summary>
public interface IPrintSource
{
    /// <summary>The document of a page.</summary>
    /// <param name="path">The page's path, with a leading slash.</param>
    /// <param name="context">The request: its query is that of the page; templates are rendered in it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Null when the page is not this source's.</returns>
    Task<PrintAnswer?> ReadAsync(string path, ActionContext context, CancellationToken cancellationToken);
}

/// <summary>What a source answers of its page: the document, or that there is nothing to make one of.</summary>
public abstract record PrintAnswer
{
    public sealed record Made(PrintDocument Document) : PrintAnswer;

    /// <param name="Address">The page that says why there is none, path and query.</param>
    public sealed record SaidAt(string Address) : PrintAnswer;
}
