namespace Portal.Kernel.Search.Index.Reading;

/// <summary>The index as one snapshot sees it. Immutable.</summary>
/// <param name="Version">Which state it is; every committed change makes a new one.</param>
/// <param name="Segments">In the order of their items' ids.</param>
internal sealed record IndexState(long Version, IReadOnlyList<LiveSegment> Segments)
{
    public static readonly IndexState Empty = new(0, []);

    /// <summary>Those that items are written in, BCP 47; some of the items may be dead.</summary>
    public IReadOnlyList<string> Languages { get; } =
        [.. Segments.SelectMany(segment => segment.Segment.Items.Values).Where(value => value.Facet == FacetNames.Language).Select(value => value.Value).Distinct(StringComparer.Ordinal)];

    public long Sections { get; } = Segments.Sum(segment => (long)segment.Sections);

    public LengthSum Titles { get; } = Segments.Aggregate(default(LengthSum), (sum, segment) => sum + segment.Titles);

    public LengthSum Headings { get; } = Segments.Aggregate(default(LengthSum), (sum, segment) => sum + segment.Headings);

    public LengthSum Bodies { get; } = Segments.Aggregate(default(LengthSum), (sum, segment) => sum + segment.Bodies);
}
