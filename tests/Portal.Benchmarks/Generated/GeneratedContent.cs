using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Generated;

/// <summary>Writes handbooks as a folder to import. The same numbers give the same folder at every run.</summary>
internal sealed partial class GeneratedContent(string taxonomies, int sectionsAnItem)
{
    public const int WordsASection = 150;

    private const int ItemsAHandbook = 20;
    private const int WordsASentence = 15;
    private const int SentencesAParagraph = 5;

    // How many terms of each taxonomy an item bears.
    private static readonly (string Field, string Taxonomy, int Terms)[] Filed =
        [("topic", "topic", 3), ("sector", "sector", 2), ("audience", "audience", 2), ("country", "country", 1), ("setting", "setting", 1)];

    private readonly Dictionary<string, string[]> _terms = Filed.ToDictionary(
        filed => filed.Taxonomy,
        filed => Slug().Matches(File.ReadAllText(Path.Combine(taxonomies, filed.Taxonomy + ".yml"))).Select(match => match.Groups["slug"].Value).ToArray(),
        StringComparer.Ordinal);

    public static Vocabulary Vocabulary { get; } = new();

    public void Write(string folder, int items)
    {
        var random = new Random(4711);
        for (var item = 0; item < items; item++)
        {
            var place = item % ItemsAHandbook;
            var handbook = Directory.CreateDirectory(Path.Combine(folder, "handbooks", string.Create(CultureInfo.InvariantCulture, $"generated-{item / ItemsAHandbook:00000}")));
            var file = place == 0 ? "index.md" : string.Create(CultureInfo.InvariantCulture, $"{place:00}-chapter-{place}.md");
            File.WriteAllText(Path.Combine(handbook.FullName, file), Item(place == 0 ? "Handbook" : "HandbookChapter", random));
        }
    }

    private string Item(string type, Random random)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntype: {type}\ntitle: {Sentence(random, 4)}\nsummary: {Sentence(random, 12)}\n");
        foreach (var (field, taxonomy, terms) in Filed)
        {
            text.Append(CultureInfo.InvariantCulture, $"{field}: [{string.Join(", ", Enumerable.Range(0, terms).Select(_ => Term(taxonomy, random)).Distinct(StringComparer.Ordinal))}]\n");
        }

        text.Append("owner: editors\n---\n");
        for (var section = 0; section < sectionsAnItem; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Sentence(random, 4)}\n\n");
            for (var sentence = 1; sentence <= WordsASection / WordsASentence; sentence++)
            {
                text.Append(Sentence(random, WordsASentence)).Append(sentence % SentencesAParagraph == 0 ? ".\n\n" : ". ");
            }
        }

        return text.ToString();
    }

    private static string Sentence(Random random, int count)
    {
        var words = string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary.Draw(random)));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    // Some terms are used far more than others.
    private string Term(string taxonomy, Random random)
    {
        var terms = _terms[taxonomy];
        return terms[(int)(terms.Length * random.NextDouble() * random.NextDouble())];
    }

    [GeneratedRegex(@"^\s*- slug: (?<slug>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Slug();
}
