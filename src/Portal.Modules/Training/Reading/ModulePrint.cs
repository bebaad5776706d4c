using Microsoft.AspNetCore.Mvc;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.Training.Reading;

/// <summary>
/// A training module as a document to take away: what it is for, its lessons, each from a page of its own, its questions, the facilitator's notes, and the answers last,
/// so that the questions can be given out without them.
/// </summary>
public sealed class ModulePrint(LessonReader reader, TemplateText templates) : IKindPrint
{
    private const string CheckTitle = "Knowledge check", NotesField = "FacilitatorNotes";

    public string Type => TrainingList.Kind.Type;

    public async Task<PrintDocument> OfAsync(DbSession session, ContentItem item, ActionContext context, CancellationToken cancellationToken)
    {
        var (module, lessons) = await reader.WholeAsync(session, item, cancellationToken);
        List<PrintPart> parts = [new PrintPart("", await templates.RenderAsync(context, "PrintModule", module))];
        foreach (var lesson in lessons)
        {
            parts.Add(new PrintPart(Title(lesson), await templates.RenderAsync(context, "PrintLesson", lesson), StartsPage: true));
        }

        if (module.Questions.Count > 0)
        {
            parts.Add(new PrintPart(CheckTitle, await templates.RenderAsync(context, "PrintQuestions", module.Questions), StartsPage: true));
        }

        if (module.Item.Field(NotesField) is { Html: { } notes } field)
        {
            parts.Add(new PrintPart(field.Label, notes, StartsPage: true));
        }

        var checks = lessons.Select(lesson => (Title: Title(lesson), lesson.Questions)).Append((Title: "Knowledge check of the module", module.Questions)).Where(check => check.Questions.Count > 0).ToList();
        if (checks.Count > 0)
        {
            parts.Add(new PrintPart("Answers", await templates.RenderAsync(context, "PrintAnswers", checks), StartsPage: true));
        }

        return PrintDocument.Of(module.Item.Article, module.Item.TypeName) with
        {
            Parts = parts,
            Sources = [.. lessons.Select(lesson => lesson.Item).Prepend(module.Item).SelectMany(view => view.Article.Sources).DistinctBy(source => source.Path, StringComparer.Ordinal)],
        };
    }

    private static string Title(LessonView lesson) => $"Lesson {lesson.Number}: {lesson.Item.Article.Title}";
}
