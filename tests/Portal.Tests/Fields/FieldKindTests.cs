using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Fields.Kinds;
using Portal.Kernel.Content.Taxonomies;
using Xunit;

namespace Portal.Tests.Fields;

public sealed class FieldKindTests
{
    private const string Term = "4tjpte7k37qhdsbv68yarf20hp";
    private const string Item = "4de6thq8hkhzgczebyh4ngb0e1";

    private static readonly FieldKinds Kinds = new(
    [
        new TextFieldKind(), new MultiTextFieldKind(), new MarkdownFieldKind(), new BooleanFieldKind(), new NumericFieldKind(), new DateFieldKind(),
        new LinkFieldKind(), new ContentPickerFieldKind(), new TaxonomyFieldKind(),
    ]);

    [Theory]
    [InlineData("TextField", """{"Text":"a word"}""")]
    [InlineData("MarkdownField", """{"Markdown":"a word"}""")]
    [InlineData("MultiTextField", """{"Values":["a word"]}""")]
    public void Read_Text_IsKept(string kind, string json) => AssertJson(json, Read(kind, "{}", One("a word")).Json);

    [Theory]
    [InlineData("BooleanField", "true", """{"Value":true}""")]
    [InlineData("BooleanField", "False", """{"Value":false}""")]
    [InlineData("NumericField", "12.50", """{"Value":12.5}""")]
    [InlineData("NumericField", "-3", """{"Value":-3}""")]
    [InlineData("DateField", "2027-11-30", """{"Value":"2027-11-30T00:00:00Z"}""")]
    [InlineData("LinkField", "https://example.org", """{"Url":"https://example.org"}""")]
    [InlineData("ContentPickerField", "/sources/paper", $$"""{"ContentItemIds":["{{Item}}"]}""")]
    [InlineData("ContentPickerField", Item, $$"""{"ContentItemIds":["{{Item}}"]}""")]
    public void Read_One_BecomesJson(string kind, string text, string json) => AssertJson(json, Read(kind, "{}", One(text)).Json);

    [Theory]
    [InlineData("BooleanField", "perhaps")]
    [InlineData("NumericField", "1,5")]
    [InlineData("NumericField", "twelve")]
    [InlineData("DateField", "2027-02-30")]
    [InlineData("ContentPickerField", "/sources/none")]
    [InlineData("TaxonomyField", "work")]
    public void Read_Wrong_IsRefusedWithLine(string kind, string text)
    {
        var (json, problems) = Read(kind, "{}", One(text));
        Assert.Null(json);
        Assert.Equal(7, Assert.Single(problems).Line);
    }

    [Theory]
    [InlineData("TextField")]
    [InlineData("BooleanField")]
    [InlineData("MultiTextField")]
    [InlineData("ContentPickerField")]
    public void Read_Empty_IsNothing(string kind)
    {
        var (json, problems) = Read(kind, "{}", One(""));
        Assert.Null(json);
        Assert.Empty(problems);
    }

    [Fact]
    public void Read_Link_MapOfUrlTextAndTarget()
    {
        var map = new FrontMatterMap(new Dictionary<string, FrontMatterValue> { ["url"] = One("/about"), ["text"] = One("About"), ["titel"] = One("x") }, 7);
        var (json, problems) = Read("LinkField", "{}", map);
        AssertJson("""{"Url":"/about","Text":"About"}""", json);
        Assert.Contains("'titel'", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"TaxonomyAlias":"topic"}""")]
    [InlineData("""{"TaxonomyContentItemId":"topic-id"}""")]
    public void Read_Terms_BySlug(string settings)
        => AssertJson($$"""{"TaxonomyContentItemId":"topic-id","TermContentItemIds":["{{Term}}"]}""", Read("TaxonomyField", settings, One("work"), One("work")).Json);

    [Fact]
    public void Read_TermWithNarrowerOnes_WhenLeavesOnly_IsRefused()
        => Assert.Contains("narrower", Assert.Single(Read("TaxonomyField", """{"TaxonomyAlias":"topic","LeavesOnly":true}""", One("wide")).Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("TextField", """{"Required":true}""", "null", "A value is required.")]
    [InlineData("TextField", """{"Required":true}""", """{"Text":"  "}""", "A value is required.")]
    [InlineData("TextField", """{"MaxLength":3}""", """{"Text":"four"}""", "at most 3")]
    [InlineData("TextField", """{"MinLength":5}""", """{"Text":"four"}""", "at least 5")]
    [InlineData("TextField", """{"Pattern":"[a-z]+"}""", """{"Text":"a1"}""", "does not have the form")]
    [InlineData("TextField", """{"Pattern":"(a+)+$"}""", """{"Text":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}""", "does not have the form")]
    [InlineData("TextField", "{}", """{"Text":5}""", "text is expected")]
    [InlineData("MultiTextField", """{"MaxLength":3}""", """{"Values":["one","four"]}""", "at most 3")]
    [InlineData("MultiTextField", """{"Options":[{"Name":"A","Value":"a"}]}""", """{"Values":["b"]}""", "not one of the options (a)")]
    [InlineData("MultiTextField", "{}", """{"Values":"one"}""", "list of texts")]
    [InlineData("BooleanField", "{}", """{"Value":"x"}""", "True or false")]
    [InlineData("NumericField", """{"Minimum":1}""", """{"Value":0}""", "less than 1")]
    [InlineData("NumericField", """{"Maximum":1.5}""", """{"Value":2}""", "more than 1.5")]
    [InlineData("NumericField", "{}", """{"Value":"x"}""", "number is expected")]
    [InlineData("DateField", "{}", """{"Value":"x"}""", "date such as")]
    [InlineData("LinkField", "{}", """{"Url":"javascript:alert(1)"}""", "not an address")]
    [InlineData("LinkField", "{}", """{"Url":"//example.org"}""", "not an address")]
    [InlineData("LinkField", "{}", """{"Url":"https://example.org/\u0001"}""", "not an address")]
    [InlineData("LinkField", "{}", """{"Url":"/\\example.org"}""", "not an address")]
    [InlineData("ContentPickerField", "{}", """{"ContentItemIds":["a","b"]}""", "Only one item")]
    [InlineData("TaxonomyField", """{"Unique":true}""", """{"TermContentItemIds":["a","b"]}""", "Only one term")]
    public void Validate_Wrong_SaysWhat(string kind, string settings, string json, string message)
        => Assert.Contains(message, Assert.Single(Validate(kind, settings, json)), StringComparison.Ordinal);

    [Theory]
    [InlineData("TextField", """{"MaxLength":4,"MinLength":4,"Pattern":"[a-z]+"}""", """{"Text":"four"}""")]
    [InlineData("TextField", """{"MinLength":4}""", "null")]
    [InlineData("NumericField", """{"Minimum":1,"Maximum":"2"}""", """{"Value":"2"}""")]
    [InlineData("LinkField", "{}", """{"Url":"mailto:a@example.org"}""")]
    [InlineData("LinkField", "{}", """{"Url":"/about?x=y#z"}""")]
    [InlineData("LinkField", "{}", """{"Url":"tel:+4930123456"}""")]
    [InlineData("ContentPickerField", """{"Multiple":true}""", """{"ContentItemIds":["a","b"]}""")]
    [InlineData("UnheardOfField", """{"Required":true}""", "null")]
    public void Validate_Right_SaysNothing(string kind, string settings, string json) => Assert.Empty(Validate(kind, settings, json));

    [Theory]
    [InlineData("TextField", """{"Text":"a"}""", "a")]
    [InlineData("MultiTextField", """{"Values":["a","b"]}""", "a, b")]
    [InlineData("MarkdownField", """{"Markdown":"## A\n\nSome *bold* [link](/a)."}""", "A\nSome bold link.")]
    [InlineData("MarkdownField", """{"Markdown":5}""", "")]
    [InlineData("NumericField", """{"Value":12.5}""", "12.5")]
    [InlineData("DateField", """{"Value":"2027-11-30T00:00:00Z"}""", "2027-11-30")]
    [InlineData("LinkField", """{"Url":"/a","Text":"A"}""", "A")]
    [InlineData("TaxonomyField", """{"TermContentItemIds":["a"]}""", "")]
    [InlineData("UnheardOfField", """{"Text":"a"}""", "")]
    public void Text_OfEachKind(string kind, string json, string text) => Assert.Equal(text, Kinds.Text(Field(kind, "{}"), JsonNode.Parse(json)!.AsObject()));

    private static FrontMatterScalar One(string text) => new(text, 7);

    private static ContentFieldDefinition Field(string kind, string settings) => new(kind, "Field", new JsonObject { [kind + "Settings"] = JsonNode.Parse(settings) });

    private static IEnumerable<string> Validate(string kind, string settings, string json) => Kinds.Validate(Field(kind, settings), JsonNode.Parse(json) as JsonObject);

    private static (JsonObject? Json, IReadOnlyList<FieldProblem> Problems) Read(string kind, string settings, params FrontMatterValue[] values)
    {
        var reading = new FieldReading(Field(kind, settings), new Lookup());
        return (Kinds.Of(reading.Field)!.Read(values.Length == 1 ? values[0] : new FrontMatterList(values, 7), reading), reading.Problems);
    }

    private static void AssertJson(string expected, JsonObject? actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"{actual?.ToJsonString()} is not {expected}");

    private sealed class Lookup : IFieldLookup
    {
        public TaxonomySet Taxonomies { get; } = new([new Taxonomy("topic-id", "topic", "Topic", [new Term(Item, "wide", "Wide", null, 0), new Term(Term, "work", "Work", Item, 1)])]);

        public FieldTarget? Target(string reference) => reference is "/sources/paper" or Item ? new FieldTarget(Item, "Source") : null;

        public string? NearestPath(string reference) => null;
    }
}
