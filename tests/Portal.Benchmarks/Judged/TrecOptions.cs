using System.CommandLine;
using System.Globalization;

namespace Portal.Benchmarks.Judged;

/// <summary>What <c>trec</c> is told. What cannot be is said before the long work begins.</summary>
internal static class TrecOptions
{
    public static readonly Option<string[]> Documents = new("--documents")
    {
        Description = "The documents: TREC's <DOC> elements, BEIR's JSON lines, or lines of id, tab, title, tab, text; UTF-8, .gz or not. Several files are one collection.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    public static readonly Option<string> Topics = new("--topics") { Description = "The topics: TREC's <top> elements, BEIR's JSON lines, or lines of id, tab, question.", Required = true };
    public static readonly Option<string> Qrels = new("--qrels") { Description = "The judgements: 'topic 0 document grade', or BEIR's three columns.", Required = true };
    public static readonly Option<string> Language = new("--language") { Description = "The language of documents and topics (BCP 47).", DefaultValueFactory = _ => "en" };
    public static readonly Option<string> Run = new("--run") { Description = "Writes the answers to this file, for trec_eval." };
    public static readonly Option<int> Depth = new("--depth") { Description = "How many hits of a topic count for MAP.", DefaultValueFactory = _ => 1000 };
    public static readonly Option<bool> Baseline = new("--baseline") { Description = "Measures plain BM25 (k1 1.2, b 0.75) over the same words as well; it holds the collection in memory." };

    static TrecOptions()
    {
        Depth.Validators.Add(result =>
        {
            if (result.Tokens is [var depth] && int.TryParse(depth.Value, CultureInfo.InvariantCulture, out var hits) && hits < 1)
            {
                result.AddError($"--depth is {hits}: it must be 1 or more.");
            }
        });
        Run.Validators.Add(result =>
        {
            if (result.Tokens is [var file] && Path.GetDirectoryName(Path.GetFullPath(file.Value)) is var folder && !Directory.Exists(folder))
            {
                result.AddError($"--run cannot be written: the folder '{folder}' does not exist.");
            }
        });
    }
}
