using System.Collections.Frozen;

namespace Portal.Kernel.Content.Markdown;

/// <summary>
/// The ids that the frame of a page uses, its templates and its theme: no heading gets one of them, or a link would lead to the wrong place. This is the
/// one list; a template with a new id adds it here, and a test reads all templates to see that it did.
/// </summary>
public static class FrameIds
{
    private static readonly FrozenSet<string> Ids = FrozenSet.Create(
        StringComparer.Ordinal,
        "chapters", "clauses", "contained", "countries-caption", "country-challenges", "country-contents", "country-diagram", "country-diagram-title", "country-organisations",
        "country-practices", "country-strengths", "country-structures", "exercises", "facets", "facets-body", "facets-title", "facilitators-notes", "filters", "handbooks", "knowledge-check", "lessons",
        "main", "page-evidence", "page-facts", "page-organisation", "page-sources", "q", "questions", "referring", "results", "sectors", "signs", "start", "term");

    // Of these the rest is a term, a taxonomy, a letter or the number of a clause.
    private static readonly string[] Prefixes = ["term-", "facet-", "letter-", "clause-"];

    public static bool Contains(string id) => Ids.Contains(id) || IsPrefixed(id);

    /// <summary>Whether the id begins as a family of the frame's ids does, so that no number at its end would make it free.</summary>
    public static bool IsPrefixed(string id) => Array.Exists(Prefixes, prefix => id.StartsWith(prefix, StringComparison.Ordinal));
}
