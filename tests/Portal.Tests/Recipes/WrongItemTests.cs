using System.Text.Json.Nodes;
using Xunit;

namespace Portal.Tests.Recipes;

/// <summary>Items that cannot be saved are said with the place in them.</summary>
public sealed class WrongItemTests(SampleSite samples) : IClassFixture<SampleSite>
{
    private const string Hill = "4rchard0000000000000000001";

    [Theory]
    [InlineData("""{ "name": "content" }""", "'data' is missing")]
    [InlineData("""{ "name": "content", "data": { } }""", "'data' must be a list of objects")]
    [InlineData("""{ "name": "content", "data": [5] }""", "'data' must be a list of objects")]
    public Task Content_OfAWrongShape_IsNamed(string step, string message) => samples.AssertWrongAsync(step, message);

    [Theory]
    [InlineData("""{ "ContentItemId": null }""", "has no 'ContentItemId'")]
    [InlineData("""{ "ContentItemId": 5 }""", "'ContentItemId' must be a text")]
    [InlineData("""{ "ContentType": null }""", "needs a 'ContentType'")]
    [InlineData("""{ "ContentType": "Nothing" }""", "of the type 'Nothing', which is not defined")]
    [InlineData("""{ "Latest": "perhaps" }""", "'Latest' must be true or false")]
    [InlineData("""{ "CreatedUtc": "yesterday" }""", "'CreatedUtc' must be a date and time")]
    [InlineData("""{ "ModifiedUtc": 5 }""", "'ModifiedUtc' must be a date and time")]
    [InlineData("""{ "ContentItemVersionId": "4h000000000000000000000001" }""", "is one of the item " + Hill)]
    [InlineData("""{ "AcmePart": { } }""", "not known here: AcmePart")]
    [InlineData("""{ "TitlePart": { "Title": { } } }""", "wrong shape")]
    [InlineData("""{ "TitlePart": [] }""", "The title is missing")]
    [InlineData("""{ "AutoroutePart": { "Path": "Up Hill" } }""", "'Up Hill' is not a path")]
    [InlineData("""{ "AutoroutePart": { "Path": "orchards/by-the-brook" } }""", "belongs to another item")]
    [InlineData("""{ "AliasPart": { "Alias": "HILL" } }""", "belongs to another item")]
    [InlineData("""{ "LocalizationPart": { "Culture": "not a culture" } }""", "LocalizationPart")]
    [InlineData("""{ "ArchiveLaterPart": { "ScheduledArchiveUtc": "soon" } }""", "wrong shape")]
    [InlineData("""{ "SeoMetaPart": { "Canonical": "javascript:x" } }""", "is not an address")]
    [InlineData("""{ "Orchard": [] }""", "Orchard")]
    [InlineData("""{ "Orchard": { } }""", "Orchard.Summary: A value is required")]
    [InlineData("""{ "Orchard": { "Summary": "short" } }""", "Orchard.Summary")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": 5 } } }""", "Orchard.Summary: A text is expected")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Open": { "Value": "yes" } } }""", "Orchard.Open: True or false")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Trees": { "Value": 5001 } } }""", "Orchard.Trees: 5001 is more than 5000")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Planted": { "Value": "spring" } } }""", "Orchard.Planted")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Papers": { "Paths": ["../x.csv"] } } }""", "Orchard.Papers")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Soil": { "TermContentItemIds": "x" } } }""", "Orchard.Soil: A list of terms' ids")]
    [InlineData("""{ "Orchard": { "Summary": { "Text": "s..." }, "Place": { "Latitude": 91, "Longitude": 0 } } }""", "latitude")]
    [InlineData("""{ "Beds": { "ContentItems": [{ "ContentType": "Orchard" }] } }""", "Beds[0]: A Orchard may not stand here; only Bed may")]
    [InlineData("""{ "Beds": { "ContentItems": [{ "ContentType": "Bed", "Rows": { "ContentItems": [{ "ContentType": "Bed", "Bed": { "Length": { "Value": "long" } } }] } }] } }""", "Beds[0].Rows[0].Bed.Length: A number")]
    [InlineData("""{ "Beds": { "ContentItems": "x" } }""", "Beds: A list of items")]
    [InlineData("""{ "Beds": { "ContentItems": [{ "ContentType": "Bed", "MarkdownBodyPart": { "Markdown": [] } }] } }""", "Beds[0].MarkdownBodyPart.Markdown: The value has a wrong shape")]
    [InlineData("""{ "FlowPart": { "Widgets": [{ "ContentType": "Paragraph", "HtmlBodyPart": { "Html": 5 } }] } }""", "FlowPart[0].HtmlBodyPart.Html: The value has a wrong shape")]
    [InlineData("""{ "ContainedPart": { "Order": "first" } }""", "ContainedPart.Order: The value has a wrong shape")]
    [InlineData("""{ "ContentType": "Taxonomy", "Orchard": null, "TaxonomyPart": { "Terms": { } } }""", "TaxonomyPart.Terms: The value has a wrong shape")]
    [InlineData("""{ "ContentType": "Taxonomy", "Orchard": null, "TaxonomyPart": { "Terms": [{ "ContentItemId": "t" }] } }""", "TaxonomyPart.Terms: A term cannot be read: A content item needs a 'ContentType'")]
    [InlineData("""{ "ContentType": "Taxonomy", "Orchard": null, "TaxonomyPart": { "Terms": [{ "ContentItemId": "t", "ContentType": "Term" }, { "ContentItemId": "t", "ContentType": "Term" }] } }""", "TaxonomyPart.Terms: The term 't' stands twice")]
    public async Task Item_Wrong_IsNamed(string wrong, string message)
    {
        var item = JsonNode.Parse(
            """
            { "ContentItemId": "4wrng000000000000000000001", "ContentItemVersionId": "4wrng0000000000000000000v1", "ContentType": "Orchard", "DisplayText": "Wrong", "Latest": true, "Published": true,
              "TitlePart": { "Title": "Wrong" }, "Orchard": { "Summary": { "Text": "Not right." } } }
            """)!;
        foreach (var (key, value) in JsonNode.Parse(wrong)!.AsObject())
        {
            item[key] = value?.DeepClone();
        }

        await samples.AssertWrongAsync($$"""{ "name": "content", "data": [{{item.ToJsonString()}}] }""", message);
    }
}
