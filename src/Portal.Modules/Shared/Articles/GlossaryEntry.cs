namespace Portal.Modules.Shared.Articles;

/// <summary>A term of the glossary.</summary>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Definition">The first paragraph, plain.</param>
/// <param name="Html">The whole explanation.</param>
public sealed record GlossaryEntry(
    string ItemId, string Slug, string Title, string Path, IReadOnlyList<string> Abbreviations, IReadOnlyList<string> Synonyms, string Definition, string Html);
