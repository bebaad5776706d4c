using Microsoft.Playwright;
using Portal.BrowserTests.Site;

namespace Portal.BrowserTests.Accessibility;

/// <summary>A page as somebody may find it.</summary>
/// <param name="Act">What the reader does there first; it is done at every width.</param>
internal sealed record PageState(string Path, int Status = 200, Func<IPage, Task>? Act = null)
{
    private const string Hostile = "/search?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E+%E2%80%AEdlrow+%F0%9F%98%80+%22unclosed+AND+NEAR(";

    /// <summary>Every kind of page, in every state that it has.</summary>
    public static readonly IReadOnlyDictionary<string, PageState> All = new Dictionary<string, PageState>(StringComparer.Ordinal)
    {
        ["home"] = new("/"),
        ["home, menu open"] = new("/", Act: page => OpenAsync(page, ".site-menu > summary")),
        ["handbooks"] = new("/handbooks"),
        ["handbooks, filtered"] = new("/handbooks?topic=exit-work&audience=practitioners"),
        ["handbooks, filtered to nothing"] = new("/handbooks?topic=media&topic=no-such-topic"),
        ["handbooks, filters open"] = new("/handbooks?topic=exit-work", Act: OpenFiltersAsync),
        ["handbook, procedure"] = new(Addresses.Procedure),
        ["handbook, other"] = new("/handbooks/multi-agency-working-models-and-lessons"),
        ["chapter with everything"] = new(SampleContent.Everything),
        ["chapter, contents open"] = new(Addresses.LongChapter, Act: page => OpenAsync(page, ".contents summary")),
        ["chapter, term explained"] = new(Addresses.LongChapter, Act: page => page.Locator(".prose .term").First.ClickAsync()),
        ["chapter of checklists"] = new(Addresses.Checklist, Act: page => page.Locator(".checklist input").First.CheckAsync()),
        ["checklists of a handbook"] = new("/checklist" + Addresses.Procedure, Act: page => page.Locator(".checklist input").First.CheckAsync()),
        ["chapter with a table"] = new(Addresses.Table),
        ["glossary"] = new("/glossary"),
        ["glossary, sought"] = new("/glossary?q=case"),
        ["glossary, nothing"] = new("/glossary?q=qqqq"),
        ["term"] = new(Addresses.Term),
        ["search, start"] = new("/search"),
        ["search box, suggestions"] = new("/glossary", Act: SuggestAsync),
        ["search, results"] = new(Addresses.Results),
        ["search, results filtered"] = new(Addresses.Results + "&topic=information-sharing&type=HandbookChapter"),
        ["search, filters open"] = new(Addresses.Results + "&topic=information-sharing", Act: OpenFiltersAsync),
        ["search, by filter alone"] = new("/search?sector=health"),
        ["search, second page"] = new(Addresses.Results + "&page=2"),
        ["search, beyond the last page"] = new(Addresses.Results + "&page=900"),
        ["search, nothing found"] = new("/search?q=qqqqzzzz"),
        ["search, nothing found with filters"] = new("/search?q=qqqqzzzz&topic=media&sector=health"),
        ["search, did you mean"] = new("/search?q=deradicalizasion"),
        ["search, odd query"] = new(Hostile),
        ["country models, with the map"] = new("/country-models"),
        ["country model"] = new("/country-models/germany"),
        ["comparison"] = new("/country-models/compare?c=belgium&c=finland&c=germany"),
        ["comparison, to be chosen"] = new("/country-models/compare"),
        ["comparison, wrong"] = new("/country-models/compare?c=atlantis"),
        ["practices"] = new("/practices"),
        ["practices, sorted and filtered"] = new("/practices?country=de&sort=newest"),
        ["practice"] = new("/practices/exit-sweden-triangle"),
        ["organisations, second page"] = new("/organisations?page=2"),
        ["organisation"] = new("/organisations/violence-prevention-network"),
        ["approaches"] = new("/approaches"),
        ["approach"] = new("/approaches/type-a"),
        ["recommendations, with the matrix"] = new("/recommendations"),
        ["standards"] = new("/standards"),
        ["standard"] = new("/standards/quality-standards-for-exit-work"),
        ["training"] = new("/training"),
        ["training module"] = new("/training/working-with-families"),
        ["lesson"] = new("/training/working-with-families/who-asks-for-help"),
        ["source"] = new(Addresses.Source),
        ["about"] = new("/about"),
        ["accessibility"] = new("/about/accessibility"),
        ["privacy"] = new("/about/privacy"),
        ["not found"] = new("/handbooks/no-such-handbook", 404),
        ["gone"] = new(SampleContent.Withdrawn, 410),
        ["our fault"] = new(SampleContent.Broken, 500),
    };

    /// <summary>Brings the page into this state for the window as it is now; a page without anything to do there takes a new width as it stands.</summary>
    public async Task ShowAsync(IPage page, Func<IPage, string, int, Task> go)
    {
        if (Act is null && page.Url != "about:blank")
        {
            return;
        }

        await go(page, Path, Status);
        await (Act?.Invoke(page) ?? Task.CompletedTask);
    }

    // Wide windows show without asking what narrow ones fold away.
    private static async Task OpenAsync(IPage page, string summary)
    {
        if (await page.Locator(summary).IsVisibleAsync())
        {
            await page.Locator(summary).ClickAsync();
        }
    }

    private static async Task SuggestAsync(IPage page)
    {
        await page.Locator("#q").FillAsync("case");
        await page.Locator(".suggestions [role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
    }

    private static async Task OpenFiltersAsync(IPage page)
    {
        await OpenAsync(page, ".facets__open");
        foreach (var more in await page.Locator(".facet__more > summary").AllAsync())
        {
            await more.ClickAsync();
        }
    }
}
