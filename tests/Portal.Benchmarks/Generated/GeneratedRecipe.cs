using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Portal.Benchmarks.Generated;

/// <summary>Writes a recipe of many items, each with a title, a path, fields and a body of sections: seven kilobytes. The same number gives the same file at every run.</summary>
internal static class GeneratedRecipe
{
    private const string Type = "GeneratedNote";
    private const int Sections = 7;
    private const int WordsASection = 130;
    private const int WordsAParagraph = 65;
    private const int FlushAt = 1024 * 1024;

    private static readonly DateTime First = new(2020, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    /// <returns>The file's length.</returns>
    public static long Write(string path, int items)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteString("name", "Generated");
        json.WriteStartArray("steps");
        Definition(json);
        json.WriteStartObject();
        json.WriteString("name", "content");
        json.WriteStartArray("data");
        var random = new Random(4711);
        for (var item = 0; item < items; item++)
        {
            Item(json, item, random);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return file.Length;
    }

    private static void Definition(Utf8JsonWriter json) => json.WriteRawValue(
        $$"""
        { "name": "ContentDefinition",
          "ContentTypes": [ { "Name": "{{Type}}", "DisplayName": "Generated note", "ContentTypePartDefinitionRecords": [
            { "PartName": "TitlePart" }, { "PartName": "AutoroutePart" }, { "PartName": "{{Type}}" }, { "PartName": "MarkdownBodyPart" } ] } ],
          "ContentParts": [ { "Name": "{{Type}}", "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Summary", "Settings": { "TextFieldSettings": { "Required": true }, "PortalSearchSettings": { "Text": true } } },
            { "FieldName": "NumericField", "Name": "Effort" }, { "FieldName": "BooleanField", "Name": "Open" }, { "FieldName": "DateField", "Name": "Day" } ] } ] }
        """);

    private static void Item(Utf8JsonWriter json, int item, Random random)
    {
        var title = Sentence(random, 5);
        var date = First.AddMinutes(item);
        json.WriteStartObject();
        json.WriteString("ContentItemId", string.Create(CultureInfo.InvariantCulture, $"4n{item:000000000000000000000000}"));
        json.WriteString("ContentItemVersionId", string.Create(CultureInfo.InvariantCulture, $"4v{item:000000000000000000000000}"));
        json.WriteString("ContentType", Type);
        json.WriteString("DisplayText", title);
        json.WriteBoolean("Latest", true);
        json.WriteBoolean("Published", true);
        json.WriteString("ModifiedUtc", date);
        json.WriteString("PublishedUtc", date);
        json.WriteString("CreatedUtc", date);
        json.WriteString("Owner", "editors");
        json.WriteString("Author", "editors");
        Part(json, "TitlePart", "Title", title);
        Part(json, "AutoroutePart", "Path", string.Create(CultureInfo.InvariantCulture, $"generated-notes/note-{item}"));
        json.WriteStartObject(Type);
        Part(json, "Summary", "Text", Sentence(random, 15));
        json.WriteStartObject("Effort");
        json.WriteNumber("Value", item % 10);
        json.WriteEndObject();
        json.WriteStartObject("Open");
        json.WriteBoolean("Value", item % 2 == 0);
        json.WriteEndObject();
        Part(json, "Day", "Value", date.ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        Part(json, "MarkdownBodyPart", "Markdown", Body(random));
        json.WriteEndObject();
    }

    private static void Part(Utf8JsonWriter json, string part, string property, string value)
    {
        json.WriteStartObject(part);
        json.WriteString(property, value);
        json.WriteEndObject();
    }

    private static string Body(Random random)
    {
        var text = new StringBuilder();
        for (var section = 0; section < Sections; section++)
        {
            text.Append("## ").Append(Sentence(random, 4)).Append("\n\n");
            for (var words = 0; words < WordsASection; words += WordsAParagraph)
            {
                text.Append(Sentence(random, WordsAParagraph)).Append(".\n\n");
            }
        }

        return text.ToString();
    }

    private static string Sentence(Random random, int count)
    {
        var words = string.Join(' ', Enumerable.Range(0, count).Select(_ => GeneratedContent.Vocabulary.Draw(random)));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
