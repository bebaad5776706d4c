using Portal.Kernel.Search.Analysis;

namespace Portal.Kernel.Search.Index.Writing;

/// <summary>A document in words. Making it needs no database, so that any thread can.</summary>
internal sealed record AnalyzedDocument(SearchDocument Document, IReadOnlyList<IReadOnlyList<Token>> Titles, IReadOnlyList<AnalyzedSection> Sections)
{
    public static AnalyzedDocument Of(SearchDocument document)
    {
        var analyzer = TextAnalyzer.For(document.Language);
        return new AnalyzedDocument(
            document,
            [.. document.Names.Prepend(document.Title).Select(title => analyzer.Analyze(title))],
            [.. document.Sections.Take(SectionId.MaxSections).DefaultIfEmpty(new SearchSection(null, null, ""))
                .Select(section => new AnalyzedSection(section, analyzer.Analyze(section.Heading), analyzer.Analyze(section.Text)))]);
    }
}

internal sealed record AnalyzedSection(SearchSection Section, IReadOnlyList<Token> Heading, IReadOnlyList<Token> Body);
