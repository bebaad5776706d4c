using System.Collections.Frozen;

namespace Portal.Modules.Shared.Display;

/// <summary>The mark that each kind of item bears, by the id of its drawing in a theme's <c>icons.svg</c>.</summary>
public static class Marks
{
    private const string Any = "page";

    private static readonly FrozenDictionary<string, string> ByType = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Handbook"] = "handbook",
        ["HandbookChapter"] = "chapter",
        ["GlossaryTerm"] = "glossary",
        ["CountryModel"] = "country",
        ["Approach"] = "approach",
        ["Recommendation"] = "recommendation",
        ["Practice"] = "practice",
        ["Organisation"] = "organisation",
        ["Standard"] = "standard",
        ["TrainingModule"] = "training",
        ["Lesson"] = "training",
        ["Source"] = "source",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string contentType) => ByType.GetValueOrDefault(contentType, Any);
}
