using System.CommandLine;
using System.Globalization;
using Portal.Benchmarks.Judged;
using Portal.Benchmarks.Judged.Reading;
using Portal.Benchmarks.Site;
using Portal.Kernel.Search.Analysis;
using static Portal.Benchmarks.Judged.TrecOptions;

namespace Portal.Benchmarks;

/// <summary><c>trec</c>: imports a judged collection as pages, asks its topics through the HTTP API and prints how good the answers are.</summary>
internal static class TrecCommand
{
    public static Command Create()
    {
        var command = new Command("trec", "Measures search over a judged collection in TREC's or BEIR's form.") { Documents, Topics, Qrels, TrecOptions.Language, Run, Depth, Baseline };
        command.SetAction(MeasureAsync);
        return command;
    }

    private static async Task<int> MeasureAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        // What is wrong with the small files is said before the long work begins.
        var (asked, all, judgements) = Questions(parsed);
        var language = parsed.GetRequiredValue(TrecOptions.Language);
        var baseline = parsed.GetValue(Baseline) ? new Bm25(TextAnalyzer.For(language)) : null;
        await using var lab = await Lab.OpenAsync(new LabOptions(), cancellationToken);
        var collection = await CollectionSite.ImportAsync(lab, Read(parsed.GetRequiredValue(Documents), baseline), language, cancellationToken);
        await using var portal = await collection.Site.ServeAsync(cancellationToken, TopicSearch.Unlimited);
        await using var run = parsed.GetValue(Run) is { } file ? File.CreateText(file) : TextWriter.Null;
        Lab.Say($"Asking {asked.Count} topics");
        var (ours, theirs) = (new List<TopicScore>(), new List<TopicScore>());
        foreach (var topic in asked)
        {
            var grades = judgements.Of(topic.Id);
            var hits = (await TopicSearch.AskAsync(portal, topic.Query, language, parsed.GetValue(Depth), cancellationToken)).Select(collection.DocumentAt).ToList();
            RunFile.Write(run, judgements.NameOf(topic.Id), hits);
            ours.Add(Score(hits, grades));
            theirs.AddRange(baseline is null ? [] : [Score(baseline.Search(topic.Query).Take(parsed.GetValue(Depth)).Select(hit => hit.Id), grades)]);
        }

        var rate = collection.Documents.Count / collection.Import.Time.TotalSeconds;
        var lost = judgements.Documents.Except(collection.Documents, StringComparer.Ordinal).Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"search: {TopicScore.Mean(ours)}"));
        Console.Write(theirs.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"BM25:   {TopicScore.Mean(theirs)}\n"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Mean of {asked.Count} topics with a relevant document, of {all}; {collection.Documents.Count:N0} documents, imported at {rate:0} a second; {lost:N0} judged documents are not among them and count as not found. By trec_eval's definitions: gain = grade, relevant from 1, MAP over {parsed.GetValue(Depth)} hits, a topic without hits counts 0."));
        return 0;
    }

    private static (List<Topic> Asked, int All, Judgements Judgements) Questions(ParseResult parsed)
    {
        var topics = TopicFile.Read(parsed.GetRequiredValue(Topics));
        var judgements = JudgementFile.Read(parsed.GetRequiredValue(Qrels));
        var asked = topics.Where(topic => judgements.Of(topic.Id).Values.Any(grade => grade > 0)).ToList();
        return asked.Count > 0 ? (asked, topics.Count, judgements)
            : throw new InvalidOperationException($"No topic of '{parsed.GetValue(Topics)}' has a relevant document in '{parsed.GetValue(Qrels)}': do the ids of the topics agree?");
    }

    private static IEnumerable<CollectionDocument> Read(IEnumerable<string> files, Bm25? baseline)
    {
        foreach (var document in DocumentFile.Read(files))
        {
            baseline?.Add(document.Id, $"{document.Title}\n{document.Text}");
            yield return document;
        }
    }

    private static TopicScore Score(IEnumerable<string> documents, IReadOnlyDictionary<string, int> grades)
        => TopicScore.Of([.. documents.Select(document => grades.GetValueOrDefault(document))], [.. grades.Values]);
}
