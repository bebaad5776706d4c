using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Taxonomies;
using Xunit;

namespace Portal.Tests.Fields;

public sealed class FieldKindTests
{
    private const string Term = "4tjpte7k37qhdsbv68yarf20hp";
    private const string Item = "4de6thq8hkhzgczebyh4ngb0e1";

    private static readonly FieldKinds Kinds = new ServiceCollection().AddFields().BuildServiceProvider().GetRequiredService<FieldKinds>();

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
    [InlineData("HtmlField", "<p>a</p>", """{"Html":"<p>a</p>"}""")]
    [InlineData("DateTimeField", "2027-11-30T08:00:00Z", """{"Value":"2027-11-30T08:00:00Z"}""")]
    [InlineData("DateTimeField", "2027-11-30T08:00+02:00", """{"Value":"2027-11-30T06:00:00Z"}""")]
    [InlineData("DateTimeField", "2027-11-30 08:00", """{"Value":"2027-11-30T08:00:00Z"}""")]
    [InlineData("TimeField", "08:30", """{"Value":"08:30:00"}""")]
    [InlineData("MediaField", "a/b.jpg", """{"Paths":["a/b.jpg"]}""")]
    [InlineData("YoutubeField", "https://www.youtube.com/watch?v=abc&t=3", """{"RawAddress":"https://www.youtube.com/watch?v=abc&t=3","EmbeddedAddress":"https://www.youtube.com/embed/abc"}""")]
    [InlineData("YoutubeField", "https://example.org/watch?v=abc", """{"RawAddress":"https://example.org/watch?v=abc"}""")]
    [InlineData("GeoPointField", "48.85,-2.35", """{"Latitude":48.85,"Longitude":-2.35}""")]
    [InlineData("UserPickerField", "4a", """{"UserIds":["4a"]}""")]
    [InlineData("LocalizationSetContentPickerField", "4a", """{"LocalizationSets":["4a"]}""")]
    public void Read_One_BecomesJson(string kind, string text, string json) => AssertJson(json, Read(kind, "{}", One(text)).Json);

    [Theory]
    [InlineData("BooleanField", "perhaps")]
    [InlineData("NumericField", "1,5")]
    [InlineData("NumericField", "twelve")]
    [InlineData("DateField", "2027-02-30")]
    [InlineData("ContentPickerField", "/sources/none")]
    [InlineData("TaxonomyField", "work")]
    [InlineData("DateTimeField", "2027-11-30")]
    [InlineData("TimeField", "25:00")]
    [InlineData("GeoPointField", "48.85")]
    [InlineData("GeoPointField", "48,85 2,35")]
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
    [InlineData("HtmlField", "{}", """{"Html":5}""", "in HTML is expected")]
    [InlineData("HtmlField", """{"Required":true}""", """{"Html":""}""", "A value is required.")]
    [InlineData("DateTimeField", "{}", """{"Value":"2027-13-01T08:00:00Z"}""", "date and time such as")]
    [InlineData("TimeField", "{}", """{"Value":"24:00:00"}""", "time of day such as")]
    [InlineData("MediaField", """{"Required":true}""", """{"Paths":[]}""", "A value is required.")]
    [InlineData("MediaField", """{"Multiple":false}""", """{"Paths":["a.jpg","b.jpg"]}""", "Only one file")]
    [InlineData("MediaField", """{"AllowedExtensions":[".png"]}""", """{"Paths":["a.jpg"]}""", "not of an allowed kind (.png)")]
    [InlineData("MediaField", "{}", """{"Paths":["../a.jpg"]}""", "not a path of the site's media")]
    [InlineData("MediaField", "{}", """{"Paths":["/a.jpg"]}""", "not a path of the site's media")]
    [InlineData("MediaField", "{}", """{"Paths":["a\\b.jpg"]}""", "not a path of the site's media")]
    [InlineData("MediaField", "{}", """{"Paths":"a.jpg"}""", "list of paths")]
    [InlineData("YoutubeField", "{}", """{"RawAddress":"https://example.org/embed/abc"}""", "not an address of YouTube")]
    [InlineData("YoutubeField", "{}", """{"RawAddress":"https://www.youtube.com@example.org/"}""", "not an address of YouTube")]
    [InlineData("YoutubeField", "{}", """{"EmbeddedAddress":"javascript:alert(1)//youtube.com"}""", "not an address of YouTube")]
    [InlineData("GeoPointField", "{}", """{"Latitude":90.1,"Longitude":0}""", "latitude must be")]
    [InlineData("GeoPointField", "{}", """{"Latitude":0,"Longitude":"far"}""", "longitude must be")]
    [InlineData("GeoPointField", "{}", """{"Latitude":0}""", "longitude must be")]
    [InlineData("UserPickerField", "{}", """{"UserIds":["a","b"]}""", "Only one user")]
    [InlineData("LocalizationSetContentPickerField", "{}", """{"LocalizationSets":["a","b"]}""", "Only one item")]
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
    [InlineData("MediaField", "{}", """{"Paths":["a b/c.jpg","d.pdf"],"Anchors":[{"X":0.5,"Y":0.5},null]}""")]
    [InlineData("YoutubeField", "{}", """{"EmbeddedAddress":"https://www.youtube-nocookie.com/embed/abc"}""")]
    [InlineData("TimeField", "{}", """{"Value":"08:30:00.5000000"}""")]
    [InlineData("GeoPointField", "{}", """{"Latitude":"-90","Longitude":180}""")]
    [InlineData("GeoPointField", "{}", """{"Latitude":null,"Longitude":null}""")]
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
    [InlineData("HtmlField", """{"Html":"<h2>A</h2><p>Some <b>bold</b></p><script>no()</script>"}""", "A\nSome bold")]
    [InlineData("DateTimeField", """{"Value":"2027-11-30T08:00:00Z"}""", "2027-11-30 08:00 UTC")]
    [InlineData("TimeField", """{"Value":"08:30:00"}""", "08:30")]
    [InlineData("MediaField", """{"Paths":["a.jpg","b.jpg"],"MediaTexts":["A meeting",""]}""", "A meeting")]
    [InlineData("GeoPointField", """{"Latitude":48.85,"Longitude":2.35}""", "48.85, 2.35")]
    [InlineData("UserPickerField", """{"UserIds":["a"],"UserNames":["Ada"]}""", "")]
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
