using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Figures;

/// <summary>A reader leaves no trace: no cookie, nothing stored, no other host told.</summary>
public sealed class TraceTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    [Fact]
    public async Task Visit_OfTheSite_LeavesNothingBehind()
    {
        var page = await NewPageAsync(Look.Desktop);
        foreach (var path in new[] { "/", "/handbooks", Addresses.Procedure, SampleContent.Everything, Addresses.Checklist, "/glossary", Addresses.Term, "/search", Addresses.Results, Addresses.Source, "/about" })
        {
            await GoAsync(page, path);
            Assert.Empty(await page.EvaluateAsync<string[]>(
                """
                async () => [
                  ...Object.keys(localStorage).map(key => `localStorage ${key}`),
                  ...Object.keys(sessionStorage).map(key => `sessionStorage ${key}`),
                  ...(await indexedDB.databases()).map(database => `database ${database.name}`),
                  ...(await caches.keys()).map(key => `cache ${key}`),
                  ...(await navigator.serviceWorker.getRegistrations()).map(worker => `worker ${worker.scope}`),
                  ...(document.cookie ? [`cookie ${document.cookie}`] : []),
                ]
                """));
        }

        Assert.Empty(await page.Context.CookiesAsync());
        Assert.True(Log.Requests.Count > 10);
        Findings.AssertNone(Log.Requests.Where(request => new Uri(request) is var url && url.Scheme != "data" && url.Authority != Site.App.Address.Authority));
    }
}
