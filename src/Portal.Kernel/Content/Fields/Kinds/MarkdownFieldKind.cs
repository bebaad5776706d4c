using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Markdown;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>A text in Markdown: <c>{ Markdown }</c>.</summary>
public sealed class MarkdownFieldKind : FieldKind
{
    public override string Name => "MarkdownField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
        => reading.One(value) is { } text ? new JsonObject { ["Markdown"] = text } : null;

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Scalar(String(json, "Markdown"));

    /// <summary>Its headings and paragraphs, a line each, without marks.</summary>
    public override string Text(JsonObject json) => string.Join(
        '\n', SectionReader.Read(String(json, "Markdown") ?? "").SelectMany(section => new[] { section.Heading, section.Text }).Where(text => !string.IsNullOrEmpty(text)));

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Markdown");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
        => String(json, "Markdown") is { } text ? TextRules.Check(text, field) : ["A text in Markdown is expected here."];
}
