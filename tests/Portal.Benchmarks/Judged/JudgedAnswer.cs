namespace Portal.Benchmarks.Judged;

/// <summary>What search and the baseline answered to one question about our own content, and how good that is.</summary>
/// <param name="Topic">The question.</param>
/// <param name="Search">The score of search.</param>
/// <param name="SearchByItem">The same when the right item counts in full, whichever section it is found by.</param>
/// <param name="Baseline">The score of plain BM25.</param>
/// <param name="First">The first hits with their grades.</param>
/// <param name="Best">The item judged best, and its rank, null when it was not found.</param>
internal sealed record JudgedAnswer(
    Topic Topic, TopicScore Search, TopicScore SearchByItem, TopicScore Baseline, IReadOnlyList<(string Address, int Grade)> First, (string Item, int? Rank) Best)
{
    private const int Shown = 3;

    public static JudgedAnswer Of(Topic topic, OwnJudgements judgements, IReadOnlyList<string> hits, IReadOnlyList<string> baseline)
    {
        var items = judgements.Items(topic.Id);
        var ideal = items.Values.ToList();
        List<int> Grades(IEnumerable<string> addresses) => [.. addresses.Select(address => judgements.Grade(topic.Id, address))];
        var paths = hits.Select(OwnJudgements.PathOf).ToList();
        var best = items.Where(item => item.Value == ideal.Max())
            .Select(item => (Item: item.Key, Rank: paths.IndexOf(item.Key)))
            .MinBy(item => item.Rank < 0 ? int.MaxValue : item.Rank);
        return new JudgedAnswer(
            topic,
            TopicScore.Of(Grades(hits), ideal),
            TopicScore.Of([.. paths.Select(path => items.GetValueOrDefault(path))], ideal),
            TopicScore.Of(Grades(baseline), ideal),
            [.. hits.Take(Shown).Select(hit => (hit, judgements.Grade(topic.Id, hit)))],
            (best.Item, best.Rank < 0 ? null : best.Rank + 1));
    }
}
