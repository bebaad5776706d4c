using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;
using Portal.Modules.Countries.Maps;
using Portal.Modules.Countries.Models;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Countries.Pages;

public sealed class CountryModelsModel(IDatabase database, ListReader lists, CountryNumbers numbers, StructureReader structures, EuropeMap map) : ListPage(database, lists)
{
    protected override ListKind Kind => CountryModelList.Kind;

    // The map counts what there is of each country.
    protected override IReadOnlyList<string> Tags { get; } = [ChangeFeed.Type(CountryReader.Practice), ChangeFeed.Type(CountryReader.Organisation)];

    protected override async Task<ListLead?> HeadAsync(DbSession session, CancellationToken cancellationToken)
        => await numbers.AllAsync(session, cancellationToken) is { Count: > 0 } all ? new ListLead("EuropeMap", new EuropeView(all, map.Outlines)) : null;

    protected override async Task<IReadOnlyList<ListRow>> RowsAsync(DbSession session, IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
    {
        var rows = new List<ListRow>();
        foreach (var item in items)
        {
            var parts = await structures.OfAsync(item, cancellationToken);
            var levels = string.Join(", ", parts.SelectMany(part => part.Levels).Distinct().OrderBy(level => level.Rank).Select(level => level.Title)).ToLowerInvariant();
            var count = parts.Count switch { 0 => "No structure described", 1 => "1 structure", var many => $"{many} structures" };
            rows.Add(ListRow.Of(item, review: null) with
            {
                Facts = [levels.Length > 0 ? $"{count}: {levels}" : count, .. item.Text("AsOf") is { Length: > 0 } asOf ? [$"As of {asOf}"] : Array.Empty<string>()],
            });
        }

        return rows;
    }
}

/// <param name="Numbers">Of every country that anything is known of, whatever the list is narrowed to.</param>
/// <param name="Map">Null when the theme has none.</param>
public sealed record EuropeView(IReadOnlyList<CountryNumber> Numbers, EuropeOutlines? Map);
