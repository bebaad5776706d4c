using Portal.Testing;
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
        Assert.Equal(["2 hours 5 minutes", "introductory", "2"], main.QuerySelectorAll("dd").Select(fact => fact.Words()));
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
}
