using System.Globalization;
using System.Text.Json;
using Portal.Kernel.Data;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Queries;
using Portal.Kernel.Search.Snippets;

namespace Portal.Sqlite.Search;

/// <summary>Makes hits of the items of one page: reads them with their best sections and marks what was found.</summary>
internal sealed class HitReader(DbSession session, SearchQuery query, List<SectionMatch> matches)
{
    private const int Shown = 3;

    /// <summary>An item found by its title has a match in each of its sections: more are looked into than shown, for those that say something themselves.</summary>
    private const int LookedInto = 8;

    private readonly HitFinder _finder = new(query);

    public async Task<IReadOnlyList<SearchHit>> ReadAsync(IReadOnlyList<ItemMatch> page, CancellationToken cancellationToken)
    {
        var items = await session.QueryAsync<ItemRow>(
            "select id, item_id as ItemId, type, title, path, language, date, context, names, facets from search_item where id in (select value from json_each(@ids))",
            new { ids = JsonSerializer.Serialize(page.Select(item => item.Item)) },
            cancellationToken);
        var rows = items.ToDictionary(row => row.Id);
        var best = page.ToDictionary(item => item.Item, item => Best(item, rows[item.Item]));
        var sections = await session.QueryAsync<SectionRow>(
            "select id, anchor, heading, text from search_section where id in (select value from json_each(@ids))",
            new { ids = JsonSerializer.Serialize(best.Values.SelectMany(ids => ids)) },
            cancellationToken);
        var texts = sections.ToDictionary(row => row.Id);
        return [.. page.Select(item => Hit(rows[item.Item], item.Score, [.. best[item.Item].Select(id => texts[id])]))];
    }

    /// <summary>Best first; when the title was found, at the end the item's first section, in case none speaks for itself.</summary>
    private List<long> Best(ItemMatch item, ItemRow row)
    {
        var byTitle = JsonSerializer.Deserialize<string[]>(row.Names)!.Append(row.Title).Any(name => _finder.Find(name, row.Language, TextField.Title).Count > 0);
        var best = matches.GetRange(item.First, item.Count).OrderByDescending(match => match.Score).Take(byTitle ? LookedInto : Shown).Select(match => match.Section);
        return [.. (byTitle ? best.Append(SectionId.Of(item.Item, 0)) : best).Distinct()];
    }

    private SearchHit Hit(ItemRow item, double score, IReadOnlyList<SectionRow> sections)
    {
        var found = sections
            .Select(row => (Row: row, Hits: _finder.Find(row.Text, item.Language), InHeading: row.Heading is not null && _finder.Find(row.Heading, item.Language, TextField.Heading).Count > 0))
            .ToList();
        var telling = found.Where(section => section.Hits.Count > 0 || section.InHeading).Take(Shown).ToList();
        return new SearchHit
        {
            ItemId = item.ItemId,
            Type = item.Type,
            Title = item.Title,
            Path = item.Path,
            Language = item.Language,
            Context = JsonSerializer.Deserialize<SearchContext[]>(item.Context)!,
            Facets = JsonSerializer.Deserialize<FacetValue[]>(item.Facets)!,
            Date = DateTimeOffset.Parse(item.Date, CultureInfo.InvariantCulture),
            Score = score,
            Sections = [.. (telling.Count > 0 ? telling : [found.MinBy(section => section.Row.Id)])
                .Select(section => new SectionHit(section.Row.Anchor, section.Row.Heading, SnippetMaker.Make(section.Row.Text, section.Hits)))],
        };
    }

    private sealed record ItemRow(long Id, string ItemId, string Type, string Title, string Path, string Language, string Date, string Context, string Names, string Facets);

    private sealed record SectionRow(long Id, string? Anchor, string? Heading, string Text);
}
