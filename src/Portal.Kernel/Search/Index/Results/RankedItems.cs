using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Scoring;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>The items that a plan finds, in their order, with what is said about them.</summary>
internal sealed record RankedItems
{
    public required Plan Plan { get; init; }
    public required LeafMatches Leaves { get; init; }
    public required Matches Matches { get; init; }
    public required int Total { get; init; }

    /// <summary>No more than were wanted.</summary>
    public required IReadOnlyList<ItemMatch> Items { get; init; }
    public required IReadOnlyList<FacetCount> Facets { get; init; }

    /// <param name="run">The search.</param>
    /// <param name="plan">What is looked for.</param>
    /// <param name="request">Whose filters, facets and order hold.</param>
    /// <param name="first">How many items are wanted.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<RankedItems> FindAsync(SearchRun run, Plan plan, SearchRequest request, int first, CancellationToken cancellationToken)
    {
        var leaves = await run.ReadAsync(plan, cancellationToken);
        var matches = Matches.Find(run.State, plan, leaves, Math.Max(1, request.Size), run.Arena, cancellationToken);
        var order = new ItemOrder(run.State, request.Sort);
        var selection = ItemSelection.Of(run.State, matches.Lists, new FacetFilter(run.Facets, request), order, Math.Max(first, Ranking.LookedAt), cancellationToken);
        var items = request.Sort == SearchSort.Relevance ? await NearFirstAsync(run, plan, leaves, matches, selection.First, order, cancellationToken) : selection.First;
        return new RankedItems { Plan = plan, Leaves = leaves, Matches = matches, Total = selection.Total, Items = items, Facets = selection.Facets };
    }

    /// <summary>Words of the query that a section lacks.</summary>
    public IReadOnlyList<string> Missing(ItemMatch item)
    {
        var section = Matches.Lists[item.Segment].Sections[item.Best];
        return [.. Plan.Root.Wanted.Concat(Plan.Root.Required).Where(node => !Has(node, item.Segment, section)).SelectMany(LeavesOf)
            .Where(leaf => !Leaves.Of(leaf, item.Segment).Has(section)).Select(leaf => leaf.Term?.Text).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Puts the best items in order once more, by how near to one another the words stand in them.</summary>
    private static async Task<IReadOnlyList<ItemMatch>> NearFirstAsync(
        SearchRun run, Plan plan, LeafMatches leaves, Matches matches, IReadOnlyList<ItemMatch> items, ItemOrder order, CancellationToken cancellationToken)
    {
        var plain = NearnessBonus.Plain(plan);
        if (plain.Count < 2 || items.Count < 2)
        {
            return items;
        }

        var looked = items.Take(Ranking.LookedAt).GroupBy(item => item.Segment).ToList();
        var nearness = await run.NearnessAsync(looked.Select(segment => run.State.Segments[segment.Key]), plain, leaves, cancellationToken);
        var again = new List<ItemMatch>(Ranking.LookedAt);
        foreach (var segment in looked)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var inOrder = segment.OrderBy(item => item.Best).ToList();
            var bonus = nearness.Of(run.State.Segments[segment.Key], inOrder.Select(item => matches.Lists[segment.Key].Sections[item.Best]).ToArray());
            again.AddRange(inOrder.Select((item, i) => item with { Score = item.Score + bonus[i] }));
        }

        again.Sort(order);
        return [.. again, .. items.Skip(Ranking.LookedAt)];
    }

    private bool Has(PlanNode node, int segment, int section) => node switch
    {
        PlanLeaf leaf => Leaves.Of(leaf, segment).Has(section),
        PlanAny any => any.Nodes.Any(one => Has(one, segment, section)),
        PlanAll all => all.Wanted.Concat(all.Required).All(one => Has(one, segment, section)),
        _ => true,
    };

    private static IEnumerable<PlanLeaf> LeavesOf(PlanNode node) => node switch
    {
        PlanLeaf leaf => [leaf],
        PlanAny any => any.Nodes.SelectMany(LeavesOf),
        PlanAll all => all.Wanted.Concat(all.Required).SelectMany(LeavesOf),
        _ => [],
    };
}
