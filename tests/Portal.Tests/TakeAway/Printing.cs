using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.TakeAway.Documents;
using Portal.Modules.TakeAway.Public;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.TakeAway;

/// <summary>The document that the PDF of a page is printed from, as it is on machines without Chromium too.</summary>
internal static class Printing
{
    /// <summary>The document of a page that has one.</summary>
    public static async Task<PrintDocument> PrintOfAsync(this PortalApplication app, string path, string query = "")
    {
        var token = TestContext.Current.CancellationToken;
        await using var scope = app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.QueryString = new QueryString(query);

        // As in the page that sends it: templates are looked for as pages look for them.
        var context = new ActionContext(http, new RouteData { Values = { ["page"] = "/Pdf" } }, new ActionDescriptor { RouteValues = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["page"] = "/Pdf" } });
        foreach (var source in app.Services.GetServices<IPrintSource>())
        {
            if (await source.ReadAsync(path, context, token) is { } answer)
            {
                return Assert.IsType<PrintAnswer.Made>(answer).Document;
            }
        }

        await using var session = await app.Get<IDatabase>().ReadAsync(token);
        var found = Assert.IsType<RouteResult.Found>(await app.Get<ContentRouter>().ResolveAsync(session, path, token));
        return await app.Get<ItemDocuments>().OfAsync(session, found.Item, context, token);
    }
}
