using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Portal.BrowserTests.Browser;

/// <summary>Goes through pages by the keyboard.</summary>
public static class Keyboard
{
    // What has the focus: how it shows (a box in a row of its own by the outline of that row), and whether anything lies over it.
    private const string Focused =
        """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const label = `${element.tagName}.${element.className}#${element.id} "${(element.innerText ?? '').trim().slice(0, 40)}"`;
          const box = [...element.getClientRects()].find(rect => rect.width > 0 && rect.height > 0);
          const fault = !box ? 'is not shown'
            : !outlined(element) && !(element.parentElement.matches('[class$="__row"]') && outlined(element.parentElement)) ? 'has no outline'
            : box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth ? 'is out of the window'
            : covered(element, box) ? 'is covered' : null;
          return { label, fault };

          function outlined(element) {
            const style = getComputedStyle(element);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          }

          function covered(element, box) {
            const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
            const ys = [box.top + 1, box.top + box.height / 2, box.bottom - 1].map(y => Math.min(Math.max(y, 1), innerHeight - 1));
            return ys.every(y => {
              const top = document.elementFromPoint(x, y);
              return !top || !(element.contains(top) || top.contains(element) || top.closest('label')?.control === element);
            });
          }
        }
        """;

    /// <summary>Presses Tab until what the selector names has the focus.</summary>
    public static async Task TabToAsync(this IPage page, string selector, int atMost)
    {
        var passed = new List<string>();
        for (var i = 0; i < atMost; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            passed.Add(await page.FocusedAsync());
        }

        Assert.Fail($"{page.Url}: {selector} has no focus after {atMost} times Tab: {string.Join(" | ", passed)}");
    }

    /// <summary>Tabs through the whole page; returns where the focus cannot be seen, and how many places there were.</summary>
    public static async Task<(IReadOnlyList<string> Findings, int Stops)> TabThroughAsync(this IPage page, int atMost)
    {
        var findings = new List<string>();
        for (var stops = 0; stops < atMost; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<JsonElement?>(Focused);
            if (focused is not { ValueKind: JsonValueKind.Object } at)
            {
                return (findings, stops);
            }

            if (at.GetProperty("fault").GetString() is { } fault)
            {
                findings.Add($"{at.GetProperty("label").GetString()} {fault}");
            }
        }

        findings.Add($"the end of the page is not reached by {atMost} times Tab");
        return (findings, atMost);
    }
}
