using System.Text;
using Microsoft.AspNetCore.Mvc;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.TakeAway.Pdf;

/// <summary>
/// Makes a PDF of a document: title page, contents with page numbers, the parts, the sources, in the theme's print style. It is printed twice: only
/// the first time tells on which page each heading stands.
/// </summary>
public sealed class PdfMaker(Chromium chromium, PrintStyles styles, TemplateText templates)
{
    /// <summary>More than this is no document that anyone prints; it would hold up the others.</summary>
    public const int MaxPages = 400;

    public bool CanMake => chromium.IsThere;

    /// <param name="document">What to print.</param>
    /// <param name="context">The request, in which templates are rendered.</param>
    /// <param name="site">The site's name.</param>
    /// <param name="root">Scheme and host of the site.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="PdfTooLongException">It has more pages than are allowed.</exception>
    public async Task<byte[]> MakeAsync(PrintDocument document, ActionContext context, string site, string root, CancellationToken cancellationToken)
    {
        var text = new PrintText(root);
        var parts = document.Parts.Select(part => Part(part, text)).ToList();
        var view = new PrintView(document, site, root, styles.Get(), parts, text.Headings, document.Sources.Count > 0 ? text.Part("Sources") : null);

        var folder = System.IO.Directory.CreateTempSubdirectory("portal-pdf-").FullName;
        try
        {
            var first = await PrintAsync(view, folder, context, cancellationToken);
            if (PrintPages.Count(first) > MaxPages)
            {
                throw new PdfTooLongException();
            }

            var pages = PrintPages.Read(first);
            var known = view.Headings.Select(heading => heading with { Page = pages.TryGetValue(heading.Id, out var page) ? page : null }).ToList();
            return await PrintAsync(view with { Headings = known }, folder, context, cancellationToken);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    // The heading is counted before what stands under it.
    private static PrintedPart Part(PrintPart part, PrintText text)
    {
        var id = part.Title.Length > 0 ? text.Part(part.Title) : null;
        return new PrintedPart(id, part.Title, text.Read(part.Html, id is null ? 1 : 2), part.StartsPage);
    }

    private async Task<byte[]> PrintAsync(PrintView view, string folder, ActionContext context, CancellationToken cancellationToken)
    {
        var page = Path.Combine(folder, "page.html");
        await File.WriteAllTextAsync(page, await templates.RenderAsync(context, "PrintDocument", view), Encoding.UTF8, cancellationToken);
        return await chromium.PrintAsync(page, folder, cancellationToken);
    }
}

/// <summary>What the template of a document shows.</summary>
/// <param name="Root">Scheme and host of the site.</param>
/// <param name="Styles">The theme's style sheet, with its fonts.</param>
/// <param name="SourcesId">The id of the heading over the sources; null when there are none.</param>
public sealed record PrintView(
    PrintDocument Document, string Site, string Root, string Styles, IReadOnlyList<PrintedPart> Parts, IReadOnlyList<PrintHeading> Headings, string? SourcesId);

/// <param name="Id">The id of its heading; null when it has none.</param>
public sealed record PrintedPart(string? Id, string Title, string Html, bool StartsPage);

/// <summary>A document has more pages than a PDF may have here.</summary>
public sealed class PdfTooLongException : Exception;
