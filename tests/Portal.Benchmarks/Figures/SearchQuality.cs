using System.Globalization;
using Portal.Benchmarks.Judged;
using Portal.Benchmarks.Judged.Reading;
using Portal.Benchmarks.Reporting;
using Portal.Benchmarks.Site;
using Portal.Kernel.Search.Analysis;

namespace Portal.Benchmarks.Figures;

/// <summary>How well search answers the judged questions over our own content, beside plain BM25 over the same sections.</summary>
internal sealed class SearchQuality : IBenchmark
{
    private const int Depth = 100;

    public string Name => "quality";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Lab lab, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Lab.Sources, "tests", "Portal.Benchmarks", "Quality");
        var topics = TopicFile.Read(Path.Combine(folder, "topics.txt"));
        var judgements = OwnJudgements.Read(folder);
        var site = await lab.ReadySite;
        var sections = await IndexedSections.ReadAsync(site, cancellationToken);
        RequireAddresses(judgements, sections);

        Lab.Say($"Asking {topics.Count} judged questions");
        await using var portal = await site.ServeAsync(cancellationToken, TopicSearch.Unlimited);
        var baseline = Baseline(sections);
        var answers = new List<JudgedAnswer>();
        foreach (var topic in topics)
        {
            var hits = await TopicSearch.AskAsync(portal, topic.Query, null, Depth, cancellationToken);
            answers.Add(JudgedAnswer.Of(topic, judgements, hits, [.. baseline.Search(topic.Query).Select(hit => hit.Id).DistinctBy(OwnJudgements.PathOf, StringComparer.Ordinal).Take(Depth)]));
        }

        if (lab.Options.Topics)
        {
            Console.WriteLine(TopicTable.Write(answers));
        }

        return [Result(answers, sections.Count)];
    }

    // A judgement of an address that is not there would be lost and nobody would see it.
    private static void RequireAddresses(OwnJudgements judgements, IReadOnlyList<IndexedSection> sections)
    {
        var addresses = sections.SelectMany(section => new[] { section.Address, section.Path }).ToHashSet(StringComparer.Ordinal);
        var missing = judgements.Missing(addresses).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException($"Quality/qrels.txt judges {missing.Count} addresses that the site does not have; correct them there or in inner-anchors.txt:\n{string.Join('\n', missing)}");
        }
    }

    // A whole item is found by its best section, as search does it.
    private static Bm25 Baseline(IReadOnlyList<IndexedSection> sections)
    {
        var baseline = new Bm25(TextAnalyzer.For("en"));
        foreach (var section in sections)
        {
            baseline.Add(section.Address, section.Whole);
        }

        return baseline;
    }

    private static Figure Result(List<JudgedAnswer> answers, int sections)
    {
        var (ours, theirs) = (TopicScore.Mean([.. answers.Select(answer => answer.Search)]), TopicScore.Mean([.. answers.Select(answer => answer.Baseline)]));
        var items = TopicScore.Mean([.. answers.Select(answer => answer.SearchByItem)]);
        return new Figure(
            "quality of search over our own content",
            ours.ToString(),
            $"BM25: {theirs}",
            ours.Ndcg > theirs.Ndcg,
            string.Create(
                CultureInfo.InvariantCulture,
                $"mean of {answers.Count} questions through `/api/v1/search?size={Depth}`, {sections:N0} sections, graded 0 to 3 as tests/Portal.Benchmarks/Quality/README.md says; trec_eval's definitions, gain = grade, relevant from 1; with the right item in any section taken as right: {items}; BM25: k1 1.2, b 0.75, title, heading and text of a section as one, our analysis; better than it in {answers.Count(answer => answer.Search.Ndcg > answer.Baseline.Ndcg + 0.0005)} questions, worse in {answers.Count(answer => answer.Search.Ndcg < answer.Baseline.Ndcg - 0.0005)}"));
    }
}
