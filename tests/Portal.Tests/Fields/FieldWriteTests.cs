using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Taxonomies;
using Xunit;

namespace Portal.Tests.Fields;

/// <summary>What is written into a file for a value is read back as the same value.</summary>
public sealed class FieldWriteTests
{
    private const string Term = "4tjpte7k37qhdsbv68yarf20hp";
    private const string Item = "4de6thq8hkhzgczebyh4ngb0e1";
    private const string Elsewhere = "4de6thq8hkhzgczebyh4ngb0e2";

    private static readonly FieldKinds Kinds = new ServiceCollection().AddFields().BuildServiceProvider().GetRequiredService<FieldKinds>();

    [Theory]
    [InlineData("TextField", """{"Text":"a word"}""", "a word")]
    [InlineData("MarkdownField", """{"Markdown":"## A\n\nb"}""", "## A\n\nb")]
    [InlineData("MultiTextField", """{"Values":["a","b"]}""", "[a, b]")]
    [InlineData("BooleanField", """{"Value":false}""", "false")]
    [InlineData("NumericField", """{"Value":-12.5}""", "-12.5")]
    [InlineData("DateField", """{"Value":"2027-11-30T00:00:00Z"}""", "2027-11-30")]
    [InlineData("LinkField", """{"Url":"/about"}""", "/about")]
    [InlineData("LinkField", """{"Target":"_blank","Url":"/about","Text":"About"}""", "{url: /about, text: About, target: _blank}")]
    [InlineData("ContentPickerField", $$"""{"ContentItemIds":["{{Item}}","{{Elsewhere}}"]}""", $"[/sources/paper, {Elsewhere}]")]
    [InlineData("TaxonomyField", $$"""{"TaxonomyContentItemId":"topic-id","TermContentItemIds":["{{Term}}"]}""", "[work]")]
    [InlineData("HtmlField", """{"Html":"<p>a &amp; b</p>"}""", "<p>a &amp; b</p>")]
    [InlineData("DateTimeField", """{"Value":"2027-11-30T08:15:30Z"}""", "2027-11-30T08:15:30Z")]
    [InlineData("TimeField", """{"Value":"08:15:30"}""", "08:15:30")]
    [InlineData("MediaField", """{"Paths":["a/b.jpg","c.pdf"]}""", "[a/b.jpg, c.pdf]")]
    [InlineData("MediaField", """{"Paths":["a/b.jpg"],"MediaTexts":["A meeting"]}""", "[{path: a/b.jpg, text: A meeting}]")]
    [InlineData("YoutubeField", """{"RawAddress":"https://youtu.be/abc","EmbeddedAddress":"https://www.youtube.com/embed/abc"}""", "https://youtu.be/abc")]
    [InlineData("GeoPointField", """{"Latitude":48.85,"Longitude":-2.35}""", "48.85, -2.35")]
    [InlineData("UserPickerField", """{"UserIds":["4a","4b"]}""", "[4a, 4b]")]
    [InlineData("LocalizationSetContentPickerField", """{"LocalizationSets":["4a"]}""", "[4a]")]
    public void Write_IsReadBackAsTheSame(string kind, string json, string written)
    {
        var field = new ContentFieldDefinition(kind, "Field", new JsonObject { ["TaxonomyFieldSettings"] = new JsonObject { ["TaxonomyAlias"] = "topic" } });
        var value = JsonNode.Parse(json)!.AsObject();
        var front = Kinds.Of(field)!.Write(value, new Site());
        Assert.Equal(written, Show(front!));

        var reading = new FieldReading(field, new Site());
        var read = Kinds.Of(field)!.Read(front!, reading);
        Assert.Empty(reading.Problems);
        Assert.True(JsonNode.DeepEquals(value, read), $"{read?.ToJsonString()} is not {json}");
    }

    [Theory]
    [InlineData("TextField", """{"Text":5}""")]
    [InlineData("MultiTextField", """{"Values":["a",5]}""")]
    [InlineData("BooleanField", """{"Value":"maybe"}""")]
    [InlineData("NumericField", """{"Value":"many"}""")]
    [InlineData("DateField", """{"Value":"soon"}""")]
    [InlineData("LinkField", """{"Url":{}}""")]
    [InlineData("ContentPickerField", """{"ContentItemIds":"a"}""")]
    [InlineData("TaxonomyField", """{"TaxonomyContentItemId":"topic-id","TermContentItemIds":["gone"]}""")]
    [InlineData("TaxonomyField", """{"TermContentItemIds":["gone"]}""")]
    [InlineData("HtmlField", """{"Html":5}""")]
    [InlineData("DateTimeField", """{"Value":"soon"}""")]
    [InlineData("TimeField", """{"Value":"soon"}""")]
    [InlineData("MediaField", """{"Paths":["a"],"MediaTexts":["b","c"]}""")]
    [InlineData("GeoPointField", """{"Latitude":1}""")]
    [InlineData("UserPickerField", """{"UserIds":["4a"],"UserNames":["Ada"]}""")]
    public void Write_WhatNoFileCanSay_IsNothing(string kind, string json)
        => Assert.Null(Kinds.Of(new ContentFieldDefinition(kind, "Field", []))!.Write(JsonNode.Parse(json)!.AsObject(), new Site()));

    [Fact]
    public void Kinds_EachWritesWhatItReads() => Assert.All(
        new ServiceCollection().AddFields().BuildServiceProvider().GetServices<FieldKind>(),
        kind => Assert.Equal(kind.GetType(), kind.GetType().GetMethod(nameof(FieldKind.Write))!.DeclaringType));

    private static string Show(FrontMatterValue value) => value switch
    {
        FrontMatterScalar scalar => scalar.Text,
        FrontMatterList list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        FrontMatterMap map => $"{{{string.Join(", ", map.Values.Select(pair => $"{pair.Key}: {Show(pair.Value)}"))}}}",
        _ => "",
    };

    private sealed class Site : IFieldLookup, IFieldNames
    {
        public TaxonomySet Taxonomies { get; } = new([new Taxonomy("topic-id", "topic", "Topic", [new Term(Term, "work", "Work", null, 0)])]);

        public FieldTarget? Target(string reference) => reference is "/sources/paper" or Item ? new FieldTarget(Item, "Source") : reference == Elsewhere ? new FieldTarget(Elsewhere, "Source") : null;

        public string? NearestPath(string reference) => null;

        public string? Path(string itemId) => itemId == Item ? "/sources/paper" : null;

        public string? Slug(string taxonomyId, string termId) => Taxonomies.ById(taxonomyId)?.ById(termId)?.Slug;
    }
}
