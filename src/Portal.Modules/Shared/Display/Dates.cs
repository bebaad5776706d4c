using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.Modules.Shared.Display;

/// <summary>Dates as readers see them: in words, without a time of day.</summary>
public static class Dates
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>'21 November 2026', in an element that says the same to machines.</summary>
    public static IHtmlContent Day(this IHtmlHelper _, DateOnly date)
    {
        var time = new TagBuilder("time");
        time.Attributes["datetime"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        time.InnerHtml.Append(date.ToString("d MMMM yyyy", British));
        return time;
    }

    public static IHtmlContent Day(this IHtmlHelper html, DateTime utc) => html.Day(DateOnly.FromDateTime(utc));

    /// <summary>'21 November 2026, 08:00 UTC', in an element that says the same to machines.</summary>
    public static IHtmlContent Instant(this IHtmlHelper _, DateTime utc)
    {
        var time = new TagBuilder("time");
        time.Attributes["datetime"] = utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        time.InnerHtml.Append(utc.ToString("d MMMM yyyy, HH:mm 'UTC'", British));
        return time;
    }
}
