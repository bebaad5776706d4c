using Portal.Modules.Shared.Facets;

namespace Portal.Modules.Shared;

/// <summary>The way from page to page of a list: its neighbours, and a window of page numbers round the current one.</summary>
public sealed record Pager(int Page, int Pages, string? PreviousUrl, string? NextUrl, IReadOnlyList<PagerLink> Links)
{
    private const int Window = 2;

    /// <summary>The address of the last page, when the one asked for is beyond it. Whoever kept the address of a page wants the list, also when it has become shorter.</summary>
    public static string? LastUrl(FilterQuery query, int total, int size) => query.Page > Count(total, size) ? query.AtPage(Count(total, size)).Url() : null;

    public static Pager For(FilterQuery query, int total, int size)
    {
        var pages = Count(total, size);
        var page = query.Page;
        var shown = Enumerable.Range(1, pages).Where(number => number == 1 || number == pages || Math.Abs(number - page) <= Window);
        return new Pager(
            page,
            pages,
            page > 1 ? query.AtPage(Math.Min(page - 1, pages)).Url() : null,
            page < pages ? query.AtPage(page + 1).Url() : null,
            [.. shown.Select(number => new PagerLink(number, query.AtPage(number).Url(), number == page))]);
    }

    private static int Count(int total, int size) => Math.Max(1, (total + size - 1) / size);
}

public sealed record PagerLink(int Page, string Url, bool Current);
