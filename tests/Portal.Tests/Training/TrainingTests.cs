using Portal.Testing;
using Portal.Tests.TakeAway;
using Xunit;

namespace Portal.Tests.Training;

public sealed class TrainingTests(KindsSite site) : IClassFixture<KindsSite>
{
    private const string Module = "/training/first-steps";

    [Fact]
    public async Task Row_SaysTimeAndLevel()
    {
        var row = (await site.App.Client.PageAsync("/training")).QuerySelector(".row")!;
        Assert.Equal(["2 hours 5 minutes", "Level: introductory"], row.QuerySelectorAll(".row__facts li").Select(fact => fact.Words()));
    }

    [Fact]
    public async Task Module_ListsItsLessonsInOrder_AndFoldsTheFacilitatorsNotes()
    {
        var page = await site.App.Client.PageAsync(Module);
        var main = page.QuerySelector("main")!;
        Assert.Equal(["First steps", "Aims", "Lessons", "Knowledge check", "Facilitator's notes"], main.QuerySelectorAll("h1, h2").Select(heading => heading.Words()));
        Assert.Equal(["2 hours 5 minutes", "Introductory", "2"], main.QuerySelectorAll("dd").Select(fact => fact.Words()));
        Assert.Equal([Module + "/look", Module + "/act"], main.QuerySelectorAll(".chapters a").Select(link => link.GetAttribute("href")));
        var notes = main.QuerySelectorAll("details")[^1];
        Assert.False(notes.HasAttribute("open"));
        Assert.Equal("paper", notes.QuerySelector("em").Words());
    }

    [Fact]
    public async Task Question_OfAnOrder_IsAnsweredInOrder()
    {
        var question = (await site.App.Client.PageAsync(Module)).QuerySelector(".check__question")!;
        Assert.Equal("Put these into order.", question.QuerySelector(".check__task").Words());
        Assert.Equal(["Second", "First"], question.QuerySelectorAll(".check__answers li").Select(answer => answer.Words()));
        Assert.Equal(["First", "Second"], question.QuerySelectorAll("details li").Select(answer => answer.Words()));
    }

    [Fact]
    public async Task Question_OfOneAnswer_FoldsAwayWhichIsRightAndWhy()
    {
        var question = (await site.App.Client.PageAsync(Module + "/look")).QuerySelector(".check__question")!;
        Assert.Equal(["Nothing", "Everything"], question.QuerySelectorAll(".check__answers li").Select(answer => answer.Words()));
        var answer = question.QuerySelector("details")!;
        Assert.False(answer.HasAttribute("open"));
        Assert.Equal(["Not right: Nothing Look again.", "Right: Everything Right."], answer.QuerySelectorAll("li").Select(line => line.Words()));
        Assert.Equal("All of it.", answer.QuerySelector("p").Words());
    }

    [Fact]
    public async Task Lesson_StandsInItsModule_WithExercisesAndItsNeighbours()
    {
        var page = await site.App.Client.PageAsync(Module + "/look");
        Assert.Equal(["Home", "Training", "First steps", "Lesson 1"], page.QuerySelectorAll(".breadcrumbs li").Select(crumb => crumb.Words()));
        Assert.Equal("Lesson 1 of 2", page.QuerySelector(".page-head__kind").Words());
        Assert.Equal(["Look", "Where to look", "Exercise", "Knowledge check"], page.QuerySelectorAll("main h1, main h2").Select(heading => heading.Words()));
        Assert.Equal("10 minutes, in pairs", page.QuerySelector(".exercise__facts").Words());
        Assert.Equal("everything", page.QuerySelector(".exercise em").Words());
        Assert.Equal(Module + "/act", page.QuerySelector(".pager [rel=next]")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector(".pager [rel=prev]"));
        Assert.Equal(Module + "/look", page.QuerySelector(".contents [aria-current=page]")!.GetAttribute("href"));
        Assert.Equal(Module + "/look", (await site.App.Client.PageAsync(Module + "/act")).QuerySelector(".pager [rel=prev]")!.GetAttribute("href"));
        Assert.Empty(site.App.Log.Warnings);
    }

    // Whoever is asked does not see the answers: they stand at the end, by the letters of what was offered.
    [Fact]
    public async Task Pdf_HasLessonsThenQuestionsThenNotes_AndTheAnswersLast()
    {
        var document = await site.App.PrintOfAsync(Module);
        Assert.Equal(["", "Lesson 1: Look", "Lesson 2: Act", "Knowledge check", "Facilitator's notes", "Answers"], document.Parts.Select(part => part.Title));
        var first = Html.Parse(document.Parts[0].Html);
        Assert.Equal(["2 hours 5 minutes", "Introductory", "2", "Talking"], first.QuerySelectorAll("dd").Select(fact => fact.Words()));
        Assert.Equal(["Begin", "Go on"], first.QuerySelectorAll("li").Select(aim => aim.Words()));
        var look = Html.Parse(document.Parts[1].Html);
        Assert.Contains("10 minutes, in pairs", look.Body.Words(), StringComparison.Ordinal);
        Assert.Equal(["Nothing", "Everything"], look.QuerySelectorAll("ol[type=a] li").Select(answer => answer.Words()));
        Assert.DoesNotContain(document.Parts.SkipLast(1), part => part.Html.Contains("Look again.", StringComparison.Ordinal) || part.Html.Contains("One comes first.", StringComparison.Ordinal));
        var answers = Html.Parse(document.Parts[^1].Html);
        Assert.Equal(["Lesson 1: Look", "Knowledge check of the module"], answers.QuerySelectorAll("h2").Select(heading => heading.Words()));
        Assert.Equal(["b: All of it.", "b, a: One comes first."], answers.QuerySelectorAll(".check__question > p").Select(line => line.Words()));
        Assert.Equal(["Nothing Look again.", "Everything Right."], answers.QuerySelectorAll(".check__feedback li").Select(line => line.Words()));
    }
}
