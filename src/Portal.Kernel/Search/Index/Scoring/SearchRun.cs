using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Reading;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Scoring;

/// <summary>One search, over one state of the index; its memory goes back when it is disposed of.</summary>
internal sealed class SearchRun(DbSession session, IndexState state, IndexMemory memory) : IDisposable
{
    private readonly HeldBlocks _blocks = new(session, memory.Blocks);

    public IndexState State => state;

    public DbSession Session => session;

    public FacetNumbers Facets => memory.States.Facets;

    public Arena Arena { get; } = new();

    /// <param name="query">What is asked.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Plan PlanFor(SearchQuery query, string language, CancellationToken cancellationToken)
        => new PlanBuilder(new Vocabulary(state, TermSpace.Words), Facets, language, cancellationToken).Build(query);

    /// <summary>What the plan's leaves find, scored.</summary>
    public async Task<LeafMatches> ReadAsync(Plan plan, CancellationToken cancellationToken)
    {
        await _blocks.FetchAsync(state.Segments, plan.Leaves, withPositions: false, cancellationToken);
        return LeafMatches.Read(state, plan, new LeafReader(_blocks, new FieldWeights(state), Arena), cancellationToken);
    }

    /// <summary>In how many sections each is, as it stands now.</summary>
    public async Task<IReadOnlyList<long>> FoundAsync(IEnumerable<IReadOnlyList<Alternative>> words, CancellationToken cancellationToken)
    {
        var leaves = words.Select((alternatives, number) => new PlanLeaf { Number = number, Alternatives = alternatives }).ToList();
        var plan = new Plan { Root = new PlanAll { Wanted = leaves, Required = [], Excluded = [] }, Leaves = leaves, Notes = [] };
        var found = await ReadAsync(plan, cancellationToken);
        return [.. leaves.Select(found.Found)];
    }

    /// <summary>Lists as they stand, unscored, by flat weights: one for each occurrence whatever the field's length.</summary>
    public async Task<IReadOnlyList<MatchList[]>> FlatAsync(IReadOnlyList<PlanLeaf> leaves, CancellationToken cancellationToken)
    {
        await _blocks.FetchAsync(state.Segments, leaves, withPositions: false, cancellationToken);
        var reader = new LeafReader(_blocks, FieldWeights.Flat, Arena);
        return [.. leaves.Select(leaf => state.Segments.Select(live => reader.Read(live, leaf)).ToArray())];
    }

    /// <summary>For bonuses of nearness in these segments.</summary>
    public async Task<NearnessBonus> NearnessAsync(IEnumerable<LiveSegment> segments, IReadOnlyList<PlanLeaf> leaves, LeafMatches matches, CancellationToken cancellationToken)
    {
        await _blocks.FetchAsync(segments, leaves, withPositions: true, cancellationToken);
        return new NearnessBonus(leaves, matches, _blocks, Arena);
    }

    public void Dispose() => Arena.Dispose();
}

/// <summary>What the index keeps between searches.</summary>
internal sealed class IndexMemory(SearchOptions options)
{
    public IndexStates States { get; } = new();

    public BlockCache Blocks { get; } = new(options.CacheBytes);
}
