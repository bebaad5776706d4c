using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Modules.Shared;
using Portal.Modules.TakeAway.Documents;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.TakeAway.Pages;

/// <summary>A page of this site as a PDF: <c>/pdf</c>, the page's path, <c>.pdf</c>. When there is none, the page says so and how to print.</summary>
[EnableRateLimiting(RateLimitPolicies.TakeAway)]
public sealed class PdfModel(
    IDatabase database, ContentRouter router, ItemDocuments items, IEnumerable<IPrintSource> sources, PdfShelf shelf, SiteSettingsStore settings) : PortalPage
{
    private const string Ending = ".pdf";

    public PdfView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? path, CancellationToken cancellationToken)
    {
        if (path?.EndsWith(Ending, StringComparison.Ordinal) != true || path.Length == Ending.Length)
        {
            return NotFound();
        }

        var page = "/" + path[..^Ending.Length];
        var (document, elsewhere) = await ReadAsync(page, cancellationToken);
        if (document is null)
        {
            return elsewhere;
        }

        var site = await settings.GetAsync(cancellationToken);
        var (file, refusal) = await shelf.GetAsync(document, PageContext, site.SiteName, site.Root(Request), cancellationToken);
        return file is null ? NotMade(document, refusal) : Sent(file, page);
    }

    private async Task<(PrintDocument? Document, IActionResult Elsewhere)> ReadAsync(string page, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            switch (await source.ReadAsync(page, PageContext, cancellationToken))
            {
                case PrintAnswer.Made made:
                    return (made.Document, NotFound());
                case PrintAnswer.SaidAt said:
                    return (null, LocalRedirect(said.Address));
            }
        }

        await using var session = await database.ReadAsync(cancellationToken);
        return await router.ResolveAsync(session, page, cancellationToken) switch
        {
            RouteResult.Found { Item: var item } => (await items.OfAsync(session, item, PageContext, cancellationToken), NotFound()),
            RouteResult.Moved moved => (null, RedirectPermanent("/pdf" + LocalAddress.Of(moved.Path) + Ending)),
            var other => (null, Elsewhere(other)),
        };
    }

    private FileContentResult Sent(PdfFile file, string page)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(page[(page.LastIndexOf('/') + 1)..] + Ending);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "no-cache";
        return new FileContentResult(file.Bytes, MediaTypeNames.Application.Pdf) { EntityTag = new EntityTagHeaderValue($"\"{file.Version}\"") };
    }

    private PageResult NotMade(PrintDocument document, PdfRefusal refusal)
    {
        Response.StatusCode = refusal == PdfRefusal.TooLong ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status503ServiceUnavailable;
        Response.Headers.CacheControl = "no-store";
        if (refusal == PdfRefusal.Busy)
        {
            Response.Headers.RetryAfter = "30";
        }

        View = new PdfView(document.Title, document.Address, refusal);
        SetHead(new PageHead { Title = "The PDF could not be made", Crumbs = [new Crumb(document.Title, document.Address)], Indexed = false });
        return Page();
    }
}

/// <param name="Title">That of the page that the PDF is of.</param>
/// <param name="Address">Its address.</param>
public sealed record PdfView(string Title, string Address, PdfRefusal Refusal);
