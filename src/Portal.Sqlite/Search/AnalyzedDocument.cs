using Portal.Kernel.Search;

namespace Portal.Sqlite.Search;

/// <summary>A document with its texts as the index's tables hold them. Making it needs no database, so that any thread can.</summary>
internal sealed record AnalyzedDocument(SearchDocument Document, string Title, string TitleName, IReadOnlyList<AnalyzedSection> Sections, IReadOnlyList<string> Words)
{
    public static AnalyzedDocument Of(SearchDocument document)
    {
        var text = new IndexedText(document.Language);
        string[] titles = [document.Title, .. document.Names];
        var title = text.Terms(titles);
        var sections = document.Sections.Take(SectionId.MaxSections).DefaultIfEmpty(new SearchSection(null, null, ""))
            .Select(section => new AnalyzedSection(section, text.Terms(section.Heading), text.Terms(section.Text), IndexedText.Folded(section.Heading)))
            .ToList();
        return new AnalyzedDocument(document, title, IndexedText.Folded(titles), sections, [.. text.Words]);
    }
}

internal sealed record AnalyzedSection(SearchSection Section, string Heading, string Body, string HeadingName);
