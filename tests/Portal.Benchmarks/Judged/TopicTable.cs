using System.Globalization;
using System.Text;

namespace Portal.Benchmarks.Judged;

/// <summary>Every question with its score, the worst first, and what came first in place of the best.</summary>
internal static class TopicTable
{
    public static string Write(IEnumerable<JudgedAnswer> answers)
    {
        var text = new StringBuilder();
        text.AppendLine("| topic | question | nDCG@10 | AP | recall@100 | BM25's nDCG@10 | came first (grade) | judged best (rank) |");
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var answer in answers.OrderBy(answer => answer.Search.Ndcg))
        {
            var first = answer.First.Count == 0 ? "nothing" : string.Join(", ", answer.First.Select(hit => $"{hit.Address} ({hit.Grade})"));
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {answer.Topic.Id} | {answer.Topic.Query.Replace('|', '/')} | {answer.Search.Ndcg:0.000} | {answer.Search.AveragePrecision:0.000} | {answer.Search.Recall:0.000} | {answer.Baseline.Ndcg:0.000} | {first} | {answer.Best.Item} ({answer.Best.Rank?.ToString(CultureInfo.InvariantCulture) ?? "not found"}) |");
        }

        return text.ToString();
    }
}
