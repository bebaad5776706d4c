using System.Globalization;
using System.Text.Json;
using Portal.Kernel.Search.Index.Scoring;
using Portal.Kernel.Search.Queries;
using Portal.Kernel.Search.Snippets;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>Makes hits of the items of one page: reads them with their best sections and marks what was found.</summary>
internal sealed class HitReader(SearchRun run, SearchQuery query, RankedItems ranked)
{
    private const int Shown = 3;

    /// <summary>An item found by its title has a match in each of its sections: more are looked into than shown, for those that say something themselves.</summary>
    private const int LookedInto = 8;

    private readonly HitFinder _finder = new(query, ranked.Plan.WordsFor(query));

    public async Task<IReadOnlyList<SearchHit>> ReadAsync(IReadOnlyList<ItemMatch> page, CancellationToken cancellationToken)
    {
        if (page.Count == 0)
        {
            return [];
        }

        // Numbers, so they may stand in the statement.
        var items = await run.Session.QueryAsync<ItemRow>(
            $"select id as Id, item_id as ItemId, type as Type, title as Title, path as Path, language as Language, date as Date, context as Context, names as Names, facets as Facets from search_item where id in ({string.Join(',', page.Select(Id))})",
            null, cancellationToken);
        var rows = items.ToDictionary(row => row.Id);
        var best = page.ToDictionary(Id, item => Best(item, rows[Id(item)]));
        var sections = await run.Session.QueryAsync<SectionRow>(
            $"select id as Id, anchor as Anchor, heading as Heading, text as Text from search_section where id in ({string.Join(',', best.Values.SelectMany(ids => ids))})",
            null, cancellationToken);
        var texts = sections.ToDictionary(row => row.Id);
        return [.. page.Select(item => Hit(item, rows[Id(item)], [.. best[Id(item)].Select(id => texts[id])]))];
    }

    private long Id(ItemMatch item) => run.State.Segments[item.Segment].Segment.Items.Ids[item.Item];

    /// <summary>Best first; when the title was found, at the end the item's first section, in case none speaks for itself.</summary>
    private List<long> Best(ItemMatch item, ItemRow row)
    {
        var segment = run.State.Segments[item.Segment].Segment;
        var list = ranked.Matches.Lists[item.Segment];
        var byTitle = JsonSerializer.Deserialize<string[]>(row.Names)!.Append(row.Title).Any(name => _finder.Find(name, row.Language, TextField.Title).Count > 0);
        var places = Enumerable.Range(item.First, item.Count).Where(place => place != item.Best).OrderByDescending(place => list.Scores[place]);
        var best = places.Prepend(item.Best).Take(byTitle ? LookedInto : Shown).Select(place => segment.SectionId(list.Sections[place]));
        return [.. (byTitle ? best.Append(SectionId.Of(row.Id, 0)) : best).Distinct()];
    }

    private SearchHit Hit(ItemMatch match, ItemRow item, IReadOnlyList<SectionRow> sections)
    {
        var telling = new List<FoundSection>(Shown);
        foreach (var section in sections.Select(row => Find(row, item.Language)))
        {
            if (section.Hits.Count > 0 || section.InHeading)
            {
                telling.Add(section);
            }

            // The rest need not be looked into.
            if (telling.Count == Shown)
            {
                break;
            }
        }

        if (telling.Count == 0)
        {
            telling.Add(Find(sections.MinBy(row => row.Id)!, item.Language));
        }

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
            Score = match.Score,
            Missing = ranked.Missing(match),
            Sections = [.. telling.Select(section => new SectionHit(section.Row.Anchor, section.Row.Heading, SnippetMaker.Make(section.Row.Text, section.Hits)))],
        };
    }

    private FoundSection Find(SectionRow row, string language) => new(
        row, _finder.Find(row.Text, language), row.Heading is not null && _finder.Find(row.Heading, language, TextField.Heading).Count > 0);

    private sealed record FoundSection(SectionRow Row, IReadOnlyList<TextHit> Hits, bool InHeading);

    private sealed record ItemRow(long Id, string ItemId, string Type, string Title, string Path, string Language, string Date, string Context, string Names, string Facets);

    private sealed record SectionRow(long Id, string? Anchor, string? Heading, string Text);
}
