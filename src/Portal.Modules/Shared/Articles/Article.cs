using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Localization;
using Portal.Kernel.Content.Markdown;

namespace Portal.Modules.Shared.Articles;

/// <summary>What every page of the knowledge base shows of its item.</summary>
public sealed record Article
{
    public required string ItemId { get; init; }
    public required string Type { get; init; }
    public required string Title { get; init; }
    public required string Path { get; init; }
    public required string Language { get; init; }
    public string? Summary { get; init; }

    /// <summary>The body as HTML, headings and marked terms.</summary>
    public required RenderedMarkdown Body { get; init; }

    /// <summary>Terms that the body marks, explained at its end.</summary>
    public IReadOnlyList<GlossaryEntry> Terms { get; init; } = [];

    /// <summary>What the page was written from.</summary>
    public IReadOnlyList<SourceLink> Sources { get; init; } = [];

    /// <summary>Where in the source.</summary>
    public string? SourceDetail { get; init; }

    /// <summary>Terms by taxonomy, in the order of the type's fields.</summary>
    public IReadOnlyList<TopicGroup> Topics { get; init; } = [];

    /// <summary>The page in all its languages, itself among them; none when there is only one.</summary>
    public IReadOnlyList<Translation> Translations { get; init; } = [];

    public SeoHead? Seo { get; init; }
    public string? Owner { get; init; }
    public DateTime? ModifiedUtc { get; init; }
    public Review? Review { get; init; }
}

/// <summary>A source as it stands today; one that was withdrawn is not shown.</summary>
public sealed record SourceLink(string Title, string Path, string? Publisher, int? Year, string? Kind)
{
    public static SourceLink Of(ContentItem source) => new(source.Title(), source.Path(), source.Text("Publisher"), source.Number("Year"), source.Text("Kind"));
}

public sealed record TopicGroup(string Name, string Title, IReadOnlyList<TopicLink> Terms);

/// <param name="Url">Leads to a search of everything under this term.</param>
public sealed record TopicLink(string Label, string Url);
