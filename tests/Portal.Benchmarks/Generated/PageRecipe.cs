using System.Globalization;
using System.Text.Json;

namespace Portal.Benchmarks.Generated;

/// <summary>Writes a recipe of one step with many published pages, as they come: neither it nor the site that runs it holds them all.</summary>
internal sealed class PageRecipe : IDisposable
{
    private static readonly DateTime Made = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);

    private readonly Utf8JsonWriter _json;
    private readonly FileStream _stream;
    private readonly string _language;
    private int _pages;

    public PageRecipe(string file, string language)
    {
        _language = language;
        _stream = File.Create(file);
        _json = new Utf8JsonWriter(_stream, new JsonWriterOptions { Indented = true });
        _json.WriteStartObject();
        _json.WriteString("name", "Pages");
        _json.WriteStartArray("steps");
        _json.WriteStartObject();
        _json.WriteString("name", "content");
        _json.WriteStartArray("data");
    }

    /// <param name="path">Without the slash at its beginning.</param>
    /// <param name="title">At most 255 characters.</param>
    /// <param name="summary">Searched with the page; empty for none.</param>
    /// <param name="markdown">Its text.</param>
    /// <param name="terms">What it is filed under.</param>
    public void Add(string path, string title, string summary, string markdown, IEnumerable<FiledTerms> terms)
    {
        _json.WriteStartObject();
        _json.WriteString("ContentItemId", Id('a'));
        _json.WriteString("ContentItemVersionId", Id('b'));
        _json.WriteString("ContentType", "Page");
        _json.WriteString("DisplayText", title);
        _json.WriteBoolean("Latest", true);
        _json.WriteBoolean("Published", true);
        _json.WriteString("ModifiedUtc", Made.AddMinutes(_pages));
        _json.WriteString("PublishedUtc", Made.AddMinutes(_pages));
        _json.WriteString("CreatedUtc", Made);
        _json.WriteString("Owner", "[js: parameters('AdminUserId')]");
        _json.WriteString("Author", "somebody");
        Part("TitlePart", "Title", title);
        Part("AutoroutePart", "Path", path);
        Part("LocalizationPart", "Culture", _language);
        _json.WriteStartObject("Page");
        if (summary.Length > 0)
        {
            Part("Summary", "Text", summary);
        }

        _json.WriteEndObject();
        Filed(terms);
        Part("MarkdownBodyPart", "Markdown", markdown);
        _json.WriteEndObject();
        _json.Flush();
        _pages++;
    }

    /// <summary>Ends the file.</summary>
    public void Dispose()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
        _stream.Dispose();
    }

    private void Filed(IEnumerable<FiledTerms> filed)
    {
        _json.WriteStartObject("Classification");
        foreach (var field in filed)
        {
            _json.WriteStartObject(field.Field);
            _json.WriteString("TaxonomyContentItemId", field.Taxonomy);
            _json.WriteStartArray("TermContentItemIds");
            foreach (var term in field.Terms)
            {
                _json.WriteStringValue(term);
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void Part(string part, string property, string value)
    {
        _json.WriteStartObject(part);
        _json.WriteString(property, value);
        _json.WriteEndObject();
    }

    // 26 letters and digits, as ids have.
    private string Id(char kind) => string.Create(CultureInfo.InvariantCulture, $"4{kind}{_pages:000000000000000000000000}");
}

/// <param name="Field">Of the part Classification.</param>
/// <param name="Taxonomy">Its id.</param>
/// <param name="Terms">Their ids.</param>
internal sealed record FiledTerms(string Field, string Taxonomy, IReadOnlyList<string> Terms);
