using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Portal.Kernel.Data;
using Portal.Kernel.Media;

namespace Portal.Modules.Site;

/// <summary>Serves the site's pictures and documents. The path is looked up as a name and never used as a place on the disk.</summary>
internal static class MediaFiles
{
    // Short enough that a file that was replaced is seen soon; until then nothing is asked, after it the entity tag spares the bytes.
    private const string Caching = "public, max-age=3600";

    // Whatever the file holds, opened by itself it runs nothing and loads nothing from elsewhere.
    private const string Policy = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/media/{**path}", GetAsync).ExcludeFromDescription();

    private static async Task<IResult> GetAsync(string path, HttpContext context, IDatabase database, MediaStore media, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        if (MediaTypes.Of(path) is not { } type || await media.GetAsync(session, path, cancellationToken) is not { } file || media.Find(file) is not { } bytes)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = Caching;
        // A browser's own viewer of PDF does not open in a sandbox; the policy of the pages holds for it.
        if (type.ContentType != "application/pdf")
        {
            headers.ContentSecurityPolicy = Policy;
        }

        if (!type.Inline)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(Path.GetFileName(file.Path));
            headers.ContentDisposition = disposition.ToString();
        }

        return TypedResults.PhysicalFile(bytes, type.ContentType, fileDownloadName: null, new DateTimeOffset(file.ModifiedUtc, TimeSpan.Zero), new EntityTagHeaderValue($"\"{file.Hash[..32]}\""), enableRangeProcessing: true);
    }
}
