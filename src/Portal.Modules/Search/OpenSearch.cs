using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Kernel.Hosting;
using Portal.Modules.Shared;

namespace Portal.Modules.Search;

/// <summary>The description by which a browser offers the portal's search in its own bar (OpenSearch 1.1).</summary>
internal static class OpenSearch
{
    private static readonly XNamespace Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/opensearch.xml", DescribeAsync).ExcludeFromDescription();

    private static async Task<IResult> DescribeAsync(HttpRequest request, SiteSettingsStore settings, CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(cancellationToken);
        var root = site.Root(request);
        var description = new XElement(
            Namespace + "OpenSearchDescription",
            new XElement(Namespace + "ShortName", site.SiteName.Length > 16 ? site.SiteName[..16] : site.SiteName),
            new XElement(Namespace + "Description", $"Search {site.SiteName}"),
            new XElement(Namespace + "InputEncoding", "UTF-8"),
            new XElement(Namespace + "Url", new XAttribute("type", "text/html"), new XAttribute("template", root + "/search?q={searchTerms}")),
            new XElement(Namespace + "Image", new XAttribute("type", "image/svg+xml"), $"{root}/_content/{site.Theme}/favicon.svg"));
        return Xml.Result(description, "application/opensearchdescription+xml");
    }
}
