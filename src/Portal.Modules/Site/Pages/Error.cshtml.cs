using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Portal.Modules.Shared;

namespace Portal.Modules.Site.Pages;

/// <summary>What a reader sees in place of a page: not found, gone, ours to mend.</summary>
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PortalPage
{
    public ErrorView View { get; private set; } = null!;

    public IActionResult OnGet(int status)
    {
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var crashed = HttpContext.Features.Get<IExceptionHandlerFeature>();
        if (failed is null && crashed is null)
        {
            // The page stands for an error; by itself it is none of the site's addresses.
            status = 404;
            Response.StatusCode = status;
        }

        var path = failed?.OriginalPath ?? crashed?.Path ?? Request.Path;
        View = new ErrorView(status, Guess(path), Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier);
        SetHead(new PageHead { Title = View.Title, Indexed = false, ShowsSearch = !View.AsksWhat });
        return Page();
    }

    // The last part of a wrong address often says what was looked for.
    private static string Guess(string path)
        => path.Trim('/').Split('/')[^1].Replace('-', ' ').Replace('_', ' ') is { Length: <= 80 } words ? words : "";
}

/// <param name="Words">What to put in the search box.</param>
/// <param name="TraceId">By which the error is found in the log.</param>
public sealed record ErrorView(int Status, string Words, string TraceId)
{
    /// <summary>Whether the page has a search box of its own, with the words.</summary>
    public bool AsksWhat => Status is 404 or 410;

    public string Title => Status switch
    {
        404 => "Page not found",
        410 => "This page was withdrawn",
        429 => "Too many requests",
        400 => "That request could not be read",
        405 => "That is not possible here",
        503 => "Not available at the moment",
        >= 500 => "Something went wrong",
        _ => "That did not work",
    };
}
