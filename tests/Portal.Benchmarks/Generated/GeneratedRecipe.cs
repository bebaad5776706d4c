using System.Globalization;
using System.Text.Json;

namespace Portal.Benchmarks.Generated;

/// <summary>Writes a recipe of one step with many items, as it goes. The same number gives the same file at every run.</summary>
internal static class GeneratedRecipe
{
    private const int Sections = 6;
    private const int WordsASentence = 15;

    private static readonly DateTime Made = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);

    public static void Write(string file, int items)
    {
        var random = new Random(4711);
        using var stream = File.Create(file);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("name", "Generated");
        json.WriteStartArray("steps");
        json.WriteStartObject();
        json.WriteString("name", "content");
        json.WriteStartArray("data");
        for (var item = 0; item < items; item++)
        {
            Item(json, item, random);
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, int number, Random random)
    {
        var title = Sentence(random, 5);
        json.WriteStartObject();
        json.WriteString("ContentItemId", Id(number, 'a'));
        json.WriteString("ContentItemVersionId", Id(number, 'b'));
        json.WriteString("ContentType", "Page");
        json.WriteString("DisplayText", title);
        json.WriteBoolean("Latest", true);
        json.WriteBoolean("Published", true);
        json.WriteString("ModifiedUtc", Made.AddMinutes(number));
        json.WriteString("PublishedUtc", Made.AddMinutes(number));
        json.WriteString("CreatedUtc", Made);
        json.WriteString("Owner", "[js: parameters('AdminUserId')]");
        json.WriteString("Author", "somebody");
        Part(json, "TitlePart", "Title", title);
        Part(json, "AutoroutePart", "Path", string.Create(CultureInfo.InvariantCulture, $"generated/item-{number}"));
        Part(json, "LocalizationPart", "Culture", "en");
        json.WriteStartObject("Page");
        Part(json, "Summary", "Text", Sentence(random, WordsASentence));
        json.WriteEndObject();
        Part(json, "MarkdownBodyPart", "Markdown", Body(random));
        json.WriteEndObject();
    }

    private static string Body(Random random) => string.Join("\n\n", Enumerable.Range(0, Sections).Select(_ =>
        $"## {Sentence(random, 4)}\n\n{string.Join(". ", Enumerable.Range(0, GeneratedContent.WordsASection / WordsASentence).Select(_ => Sentence(random, WordsASentence)))}."));

    private static void Part(Utf8JsonWriter json, string part, string property, string value)
    {
        json.WriteStartObject(part);
        json.WriteString(property, value);
        json.WriteEndObject();
    }

    // 26 letters and digits, as ids have.
    private static string Id(int number, char kind) => string.Create(CultureInfo.InvariantCulture, $"4{kind}{number:000000000000000000000000}");

    private static string Sentence(Random random, int count)
    {
        var words = string.Join(' ', Enumerable.Range(0, count).Select(_ => GeneratedContent.Vocabulary.Draw(random)));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
