using Portal.BrowserTests.Browser;
using Portal.BrowserTests.Site;
using Xunit;

namespace Portal.BrowserTests.Journeys;

/// <summary>What a reader asked the browser for is kept to: own colours, no motion.</summary>
public sealed class PreferenceTests(Chromium chromium, SiteFixture site) : BrowserTest(chromium, site)
{
    public static TheoryData<string> Pages => ["/", "/handbooks?topic=exit-work", SampleContent.Everything, Addresses.Results, "/glossary"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Motion_NotWanted_ThereIsNone(string path)
    {
        var page = await OpenAsync(path, Look.Phone with { ReducedMotion = true });
        Assert.Equal("auto", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).scrollBehavior"));
        Findings.AssertNone(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('*')].flatMap(element => ['', '::before', '::after'].map(pseudo => {
              const style = getComputedStyle(element, pseudo);
              const moves = style.animationName !== 'none' || style.transitionDuration.split(', ').some(duration => parseFloat(duration) > 0.01);
              return moves ? `${element.tagName}.${element.className}${pseudo}` : null;
            })).filter(Boolean)
            """));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Colours_OfTheReader_LeaveSignsAndButtonsToSee(string path)
    {
        var page = await OpenAsync(path, Look.Desktop with { ForcedColors = true });
        Findings.AssertNone(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('body *')].filter(element => element.checkVisibility()).flatMap(element => {
              const name = `${element.tagName}.${element.className.baseVal ?? element.className}`;
              const findings = ['', '::before', '::after'].map(pseudo => {
                const style = getComputedStyle(element, pseudo);
                if (pseudo !== '' && ['none', 'normal'].includes(style.content)) return null;
                const masked = (style.maskImage ?? 'none') !== 'none';
                return masked && style.backgroundColor === ground(element) ? `${name}${pseudo} is drawn in the colour of its ground` : null;
              });
              const style = getComputedStyle(element);
              if (element.matches('.button:not(.button--link), .search-box__row, .input, .chip') && parseFloat(style.borderTopWidth) === 0) findings.push(`${name} has no frame`);
              return findings;
            }).filter(Boolean);

            function ground(element) {
              for (let at = element.parentElement; at; at = at.parentElement) {
                const colour = getComputedStyle(at).backgroundColor;
                if (colour !== 'rgba(0, 0, 0, 0)') return colour;
              }
              return 'rgb(255, 255, 255)';
            }
            """));
    }

    [Fact]
    public async Task Colours_OfTheReader_TellWhichFilterIsChosen()
    {
        var page = await OpenAsync("/handbooks?topic=exit-work", Look.Desktop with { ForcedColors = true });
        var marks = await page.Locator("#facets a").EvaluateAllAsync<string[]>(
            "links => links.map(link => `${link.hasAttribute('aria-current')} ${getComputedStyle(link, '::before').borderTopWidth}`)");
        Assert.Equal(2, marks.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, marks.Select(mark => mark.Split(' ')[1]).Distinct(StringComparer.Ordinal).Count());
    }
}
