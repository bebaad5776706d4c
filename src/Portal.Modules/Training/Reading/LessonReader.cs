using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Display;
using Portal.Modules.Shared.Items;

namespace Portal.Modules.Training.Reading;

/// <summary>Reads modules and their lessons as learners see them.</summary>
public sealed class LessonReader(ContentStore store, ItemReader items, FamilyReader families)
{
    public const string LessonType = "Lesson";

    public async Task<IReadOnlyList<LessonLink>> LessonsAsync(DbSession session, ContentItem module, CancellationToken cancellationToken)
        => Links((await store.PublishedInAsync(session, module.ContentItemId, cancellationToken)).Where(item => item.ContentType == LessonType));

    /// <summary>A module with all its lessons, read whole.</summary>
    public async Task<(ModuleView Module, IReadOnlyList<LessonView> Lessons)> WholeAsync(DbSession session, ContentItem module, CancellationToken cancellationToken)
    {
        var members = (await store.PublishedInAsync(session, module.ContentItemId, cancellationToken)).Where(item => item.ContentType == LessonType).ToList();
        var links = Links(members);
        var lessons = new List<LessonView>();
        foreach (var lesson in members)
        {
            var item = await items.OfAsync(session, lesson, cancellationToken);
            lessons.Add(new LessonView(item, new Crumb(module.Title(), module.Path()), links, lessons.Count + 1) { Questions = Question.Of(lesson) });
        }

        return (new ModuleView(await items.OfAsync(session, module, cancellationToken), links, Question.Of(module)), lessons);
    }

    /// <summary>The lesson with its neighbours, or null when it stands in no published module.</summary>
    public async Task<LessonView?> LessonAsync(DbSession session, ContentItem lesson, CancellationToken cancellationToken)
    {
        if (await families.OfAsync(session, lesson, cancellationToken) is not { } family)
        {
            return null;
        }

        var lessons = Links(family.Members);
        var at = lessons.TakeWhile(link => link.ItemId != lesson.ContentItemId).Count();
        return new LessonView(await items.OfAsync(session, lesson, cancellationToken), new Crumb(family.Container.Title(), family.Container.Path()), lessons, at + 1)
        {
            Questions = Question.Of(lesson),
        };
    }

    private static IReadOnlyList<LessonLink> Links(IEnumerable<ContentItem> lessons)
        => [.. lessons.Select((lesson, at) => new LessonLink(lesson.ContentItemId, at + 1, lesson.Title(), lesson.Path(), lesson.Text("Summary"), Durations.Words(lesson.Number("Minutes"))))];
}

public sealed record LessonLink(string ItemId, int Number, string Title, string Path, string? Summary, string? Time);

/// <param name="Module">What it is a lesson of.</param>
/// <param name="Lessons">All of the module, in order.</param>
/// <param name="Number">Which of them it is, from 1.</param>
public sealed record LessonView(ItemView Item, Crumb Module, IReadOnlyList<LessonLink> Lessons, int Number)
{
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>How long it takes, in words.</summary>
    public string? Time => Lessons.FirstOrDefault(lesson => lesson.Number == Number)?.Time;

    public LessonLink? Previous => Lessons.FirstOrDefault(lesson => lesson.Number == Number - 1);

    public LessonLink? Next => Lessons.FirstOrDefault(lesson => lesson.Number == Number + 1);
}

public sealed record ModuleView(ItemView Item, IReadOnlyList<LessonLink> Lessons, IReadOnlyList<Question> Questions);
