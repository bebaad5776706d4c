using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Taxonomies;
using Xunit;

namespace Portal.Tests.Import;

public sealed class TaxonomyFileTests : IAsyncLifetime
{
    private const string Id = "4tjpte7k37qhdsbv68yarf20hp";

    private ImportSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("q")]
    [InlineData("page")]
    [InlineData("size")]
    [InlineData("type")]
    [InlineData("sort")]
    [InlineData("My Tax")]
    public async Task Name_ThatAddressesCannotHave_IsAnError(string name)
    {
        var error = await _site.Write($"taxonomies/{name}.yml", "title: T\n").OneErrorAsync();
        Assert.Equal($"taxonomies/{name}.yml", error.File);
        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_BecomesTaxonomyWithNestedTerms()
    {
        _site.Write("taxonomies/prevention-level.yml", $"""
            id: {Id}
            title: Prevention level
            description: When.
            terms:
              - slug: early
                title: Early
                terms:
                  - slug: very-early
                    title: Very early
              - slug: late
                title: Late
            """);

        await _site.ImportCleanAsync();

        var item = (await _site.TaxonomyAsync("Prevention level"))!;
        Assert.Equal((Id, "prevention-level", "Term"), (item.ContentItemId, item.Part<AliasPart>().Alias, item.Part<TaxonomyPart>().TermContentType));
        Assert.Equal("When.", (string?)item.Field("Description")!["Text"]);
        Assert.Equal(Id, (string?)item.Part<TaxonomyPart>().Terms[0]!["TermPart"]!["TaxonomyContentItemId"]);
        var taxonomy = TaxonomyCatalog.Read(item);
        Assert.Equal([("early", "Early", 0), ("very-early", "Very early", 1), ("late", "Late", 0)], taxonomy.Terms.Select(term => (term.Slug, term.Title, term.Depth)));
    }

    [Theory]
    [InlineData("terms: []", 1, "title", "missing")]
    [InlineData("title: T\nterms: early", 2, "terms", "list of terms")]
    [InlineData("title: T\nterms: [early]", 2, "terms", "a map")]
    [InlineData("title: T\nterms:\n  - title: Early", 3, "slug", "missing")]
    [InlineData("title: T\nterms:\n  - slug: early", 3, "title", "missing")]
    [InlineData("title: T\nterms:\n  - slug: Very Early\n    title: T", 3, "slug", "lower-case")]
    [InlineData("title: T\nterms:\n  - { slug: a, title: A }\n  - { slug: a, title: B }", 4, "slug", "stands twice")]
    [InlineData("title: T\nterms:\n  - { slug: a, title: A, id: x }", 3, "id", "not an id")]
    [InlineData("title: T\ncolour: red", 2, "colour", "no field 'colour'")]
    [InlineData("title: T\nterms:\n  - { slug: a, title: A, tilte: B }", 3, "tilte", "Did you mean 'title'?")]
    [InlineData("title: [T", 2, null, "YAML")]
    public async Task File_Wrong_NamesLineAndKey(string text, int line, string? field, string message)
    {
        var error = await _site.Write("taxonomies/topic.yml", text + "\n").OneErrorAsync();
        Assert.Equal(("taxonomies/topic.yml", line, field), (error.File, error.Line, error.Field));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Id_OfAnItem_IsAnError()
    {
        var error = await _site.Write("taxonomies/topic.yml", $"id: {Id}\ntitle: T\n").WritePage("about/a.md", "id: " + Id).OneErrorAsync();
        Assert.Equal(("about/a.md", "id"), (error.File, error.Field));
    }
}
