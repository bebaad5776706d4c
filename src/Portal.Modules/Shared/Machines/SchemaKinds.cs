namespace Portal.Modules.Shared.Machines;

/// <summary>What each kind of item is in the words of schema.org.</summary>
internal static class SchemaKinds
{
    /// <param name="contentType">The item's type.</param>
    /// <param name="hasSteps">Whether it is a procedure: only then is it instructions.</param>
    public static SchemaKind Of(string contentType, bool hasSteps) => contentType switch
    {
        "Handbook" => new(hasSteps ? ["Book", "HowTo"] : ["Book"]),
        "HandbookChapter" => new(["Chapter"]) { Whole = new("isPartOf", "Book") },
        "GlossaryTerm" => new(["DefinedTerm"]) { IsWork = false, Whole = new("inDefinedTermSet", "DefinedTermSet", new Crumb("Glossary", "/glossary")) },
        "Organisation" => new(["Organization"]) { IsWork = false },
        "TrainingModule" => new(["Course", "LearningResource"]),
        "Lesson" => new(["LearningResource"]) { Whole = new("isPartOf", "Course") },
        "CountryModel" or "Practice" or "Approach" or "Recommendation" => new(["Article"]),
        "Standard" or "Source" => new(["CreativeWork"]),
        _ => new(["WebPage"]),
    };
}

internal sealed record SchemaKind(IReadOnlyList<string> Types)
{
    /// <summary>Whether it is something written, with a language and a date; an organisation is none.</summary>
    public bool IsWork { get; init; } = true;

    /// <summary>What it is a part of; null for a whole.</summary>
    public SchemaWhole? Whole { get; init; }
}

/// <param name="Property">How a part names it.</param>
/// <param name="In">The whole; what the last crumb leads to when left out.</param>
internal sealed record SchemaWhole(string Property, string Type, Crumb? In = null);
