using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Items;

namespace Portal.Modules.Knowledge.Reading;

/// <summary>Reads handbooks and their chapters as readers see them.</summary>
public sealed class HandbookReader(ContentStore store, ArticleReader articles, FamilyReader families, Connections connections)
{
    public const string HandbookType = "Handbook";
    public const string ChapterType = "HandbookChapter";

    public async Task<HandbookView> HandbookAsync(DbSession session, ContentItem handbook, CancellationToken cancellationToken)
    {
        var chapters = await store.PublishedInAsync(session, handbook.ContentItemId, cancellationToken);
        return new HandbookView(await articles.OfAsync(session, handbook, cancellationToken), handbook.Flag("Procedure"), [.. chapters.Where(item => item.ContentType == ChapterType).Select(Link)])
        {
            Connections = await connections.AroundAsync(session, handbook, cancellationToken),
            HasChecklists = chapters.Append(handbook).Any(item => item.Part<MarkdownBodyPart>().Markdown?.Contains("::: checklist", StringComparison.Ordinal) == true),
        };
    }

    /// <summary>The chapter with its neighbours, or null when it stands in no published handbook.</summary>
    public async Task<ChapterView?> ChapterAsync(DbSession session, ContentItem chapter, CancellationToken cancellationToken)
    {
        if (await families.OfAsync(session, chapter, cancellationToken) is not { Container: var handbook } family)
        {
            return null;
        }

        var chapters = family.Members.Select(Link).ToList();
        var at = chapters.FindIndex(link => link.ItemId == chapter.ContentItemId);
        return new ChapterView(
            await articles.OfAsync(session, chapter, cancellationToken),
            chapter.Number("Step"),
            new HandbookLink(handbook.ContentItemId, handbook.Title(), handbook.Path()),
            chapters,
            at > 0 ? chapters[at - 1] : null,
            at >= 0 && at < chapters.Count - 1 ? chapters[at + 1] : null)
        {
            Connections = await connections.AroundAsync(session, chapter, cancellationToken),
        };
    }

    private static ChapterLink Link(ContentItem chapter)
        => new(chapter.ContentItemId, chapter.Title(), chapter.Path(), chapter.Text("Summary"), chapter.Number("Step"));
}

/// <param name="IsProcedure">Whether its chapters are steps to follow.</param>
public sealed record HandbookView(Article Article, bool IsProcedure, IReadOnlyList<ChapterLink> Chapters)
{
    /// <summary>What refers to it, and what is like it.</summary>
    public ConnectionsView Connections { get; init; } = new([], [], []);

    public int Steps => Chapters.Count(chapter => chapter.Step is not null);

    /// <summary>Whether there is something to tick in it.</summary>
    public bool HasChecklists { get; init; }
}

/// <param name="Step">Which step of the procedure the chapter is; null when it is none.</param>
public sealed record ChapterView(
    Article Article, int? Step, HandbookLink Handbook, IReadOnlyList<ChapterLink> Chapters, ChapterLink? Previous, ChapterLink? Next)
{
    /// <summary>What refers to it, and what is like it.</summary>
    public ConnectionsView Connections { get; init; } = new([], [], []);

    public int Steps => Chapters.Count(chapter => chapter.Step is not null);
}

public sealed record HandbookLink(string ItemId, string Title, string Path);

public sealed record ChapterLink(string ItemId, string Title, string Path, string? Summary, int? Step);
