using System.Text.Json.Nodes;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Export;
using Portal.Kernel.Export.Folder;
using Xunit;

namespace Portal.Tests.Import;

/// <summary>Bags as lists of maps in front matter.</summary>
public sealed class BagFileTests : IAsyncLifetime
{
    private const string Definitions = """
        { "steps": [ { "name": "ContentDefinition",
          "ContentTypes": [
            { "Name": "Course", "Settings": { "ContentTypeSettings": { "Creatable": true } }, "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart" }, { "PartName": "AutoroutePart" }, { "PartName": "MarkdownBodyPart" },
              { "PartName": "BagPart", "Name": "Questions", "Settings": { "BagPartSettings": { "ContainedContentTypes": ["Question"] } } },
              { "PartName": "BagPart", "Name": "Mixed", "Settings": { "BagPartSettings": { "ContainedContentTypes": ["Question", "Answer"] } } } ] },
            { "Name": "Question", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" }, { "PartName": "Question" },
              { "PartName": "BagPart", "Name": "Answers", "Settings": { "BagPartSettings": { "ContainedContentTypes": ["Answer"] } } } ] },
            { "Name": "Answer", "ContentTypePartDefinitionRecords": [ { "PartName": "Answer" } ] } ],
          "ContentParts": [
            { "Name": "Question", "ContentPartFieldDefinitionRecords": [ { "FieldName": "MarkdownField", "Name": "Text", "Settings": { "MarkdownFieldSettings": { "Required": true } } } ] },
            { "Name": "Answer", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Text" }, { "FieldName": "BooleanField", "Name": "Correct" } ] } ] } ] }
        """;

    private const string Course = """
        questions:
          - title: First
            text: What is it?
            answers:
              - text: This
                correct: true
              - text: "That: other"
          - title: Second
            text: |-
              Two lines

              of text
        """;

    private ImportSite _site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await ImportSite.StartAsync();
        Assert.Empty((await _site.RunAsync(_site.WriteBeside("bags.recipe.json", Definitions))).Errors);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Bag_IsMadeOfMaps_NestedOnesToo()
    {
        Write(Course);
        await _site.ImportCleanAsync();
        var questions = (await ItemsAsync("Questions")).ToList();
        Assert.Equal(["First", "Second"], questions.Select(question => (string?)question["TitlePart"]!["Title"]));
        Assert.Equal("Two lines\n\nof text", (string?)questions[1]["Question"]!["Text"]!["Markdown"]);
        var answers = questions[0]["Answers"]!["ContentItems"]!.AsArray();
        Assert.Equal(["This", "That: other"], answers.Select(answer => (string?)answer!["Answer"]!["Text"]!["Text"]));
        Assert.True((bool?)answers[0]!["Answer"]!["Correct"]!["Value"]);
        Assert.All(questions.Concat(answers.OfType<JsonObject>()), item => Assert.True(Ids.IsId((string?)item["ContentItemId"])));
        Assert.Equal(4, questions.Concat(answers.OfType<JsonObject>()).Select(item => (string?)item["ContentItemId"]).Distinct().Count());
    }

    [Fact]
    public async Task Bag_ImportedAgain_IsUnchanged_AndItemsKeepTheirIdsWhenOthersComeBetween()
    {
        Write(Course);
        await _site.ImportCleanAsync();
        var second = (string?)(await ItemsAsync("Questions")).ElementAt(1)["ContentItemId"];
        Assert.Equal(1, (await _site.ImportCleanAsync()).Unchanged);
        Write(Course.Replace("  - title: Second", "  - title: Between\n    text: x\n  - title: Second", StringComparison.Ordinal));
        Assert.Equal(1, (await _site.ImportCleanAsync()).Updated);
        Assert.Equal(second, (string?)(await ItemsAsync("Questions")).ElementAt(2)["ContentItemId"]);
    }

    [Fact]
    public async Task Bag_NoLongerNamed_IsTakenAway()
    {
        Write(Course);
        await _site.ImportCleanAsync();
        Write("");
        await _site.ImportCleanAsync();
        Assert.False((await _site.LatestAsync("course"))!.Has("Questions"));
    }

    [Theory]
    [InlineData("questions:\n  - title: A\n    text: b\n    wrong: c", 7, "wrong", "no field 'wrong'")]
    [InlineData("questions:\n  - title: A", 5, "text", "A value is required")]
    [InlineData("questions:\n  - text: A", 5, "title", "The title is missing")]
    [InlineData("questions: none", 4, "questions", "A list of items is expected")]
    [InlineData("questions:\n  - title: A\n    text: b\n    id: short", 7, "id", "is not an id")]
    [InlineData("mixed:\n  - text: A", 5, "mixed", "'type' of the item is missing")]
    [InlineData("mixed:\n  - type: Page\n    title: A", 5, "type", "may not stand here; only Question, Answer may")]
    [InlineData("questions:\n  - title: A\n    text: '[x](/nowhere)'", 5, "questions", "leads nowhere")]
    [InlineData("questions:\n  - title: A\n    text: b\n    answers:\n      - text: c\n        correct: perhaps", 9, "correct", "neither true nor false")]
    public async Task Bag_Wrong_NamesLineAndKey(string lines, int line, string key, string message)
    {
        Write(lines);
        var error = (await _site.ImportAsync()).Errors[0];
        Assert.Equal(("course.md", line, key), (error.File, error.Line, error.Field));
        Assert.Contains(message, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Bag_IsExportedAsItWasWritten()
    {
        Write(Course + "\nmixed:\n  - type: Answer\n    id: 4aewdn0v3afsxag41xk6vdk719\n    text: Loose");
        await _site.ImportCleanAsync();
        var folder = Path.Combine(Path.GetDirectoryName(_site.ContentFolder)!, "out");
        await _site.Get<FolderExport>().RunAsync(folder, ExportOptions.Everything, Token);
        var text = await File.ReadAllTextAsync(Path.Combine(folder, "course.md"), Token);
        Assert.Contains(Course.ReplaceLineEndings("\n") + "\nmixed:\n  - type: Answer\n    id: 4aewdn0v3afsxag41xk6vdk719\n    text: Loose\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("parts:", text, StringComparison.Ordinal);
    }

    private void Write(string lines) => _site.Write("course.md", $"---\ntype: Course\ntitle: Course\n{lines}\n---\n");

    private async Task<IEnumerable<JsonObject>> ItemsAsync(string bag)
        => ((await _site.LatestAsync("course"))!.Content[bag]!["ContentItems"] as JsonArray)!.OfType<JsonObject>();
}
