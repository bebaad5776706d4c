using System.IO.Compression;
using System.Text.Json;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Generated;

/// <summary>Files pages under the terms of a site's own taxonomies, some terms far more than others.</summary>
internal sealed class GeneratedTerms
{
    // How many terms of each taxonomy an item bears.
    private static readonly (string Field, int Terms)[] Filed = [("Topic", 3), ("Sector", 2), ("Audience", 2), ("Country", 1), ("Setting", 1)];

    private readonly (string Field, int Count, string Taxonomy, string[] Terms)[] _fields;

    private GeneratedTerms(IReadOnlyDictionary<string, (string Id, string[] Terms)> taxonomies)
        => _fields = [.. Filed.Select(filed => (filed.Field, filed.Terms, taxonomies[filed.Field].Id, taxonomies[filed.Field].Terms))];

    /// <summary>Reads the taxonomies from an export of the site.</summary>
    public static async Task<GeneratedTerms> OfAsync(Lab lab, PortalSite site, string name, CancellationToken cancellationToken)
    {
        var package = Path.Combine(lab.Folder("taxonomies-" + name), "taxonomies.zip");
        await site.RunAsync(["export", package, "--type", "Taxonomy"], cancellationToken);
        await using var zip = await ZipFile.OpenReadAsync(package, cancellationToken);
        await using var stream = await zip.GetEntry("Recipe.json")!.OpenAsync(cancellationToken);
        using var recipe = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        var taxonomies = recipe.RootElement.GetProperty("steps").EnumerateArray()
            .Where(step => string.Equals(step.GetProperty("name").GetString(), "content", StringComparison.OrdinalIgnoreCase))
            .SelectMany(step => step.GetProperty("data").EnumerateArray())
            .Where(item => item.TryGetProperty("TaxonomyPart", out _))
            .ToDictionary(
                item => item.GetProperty("AliasPart").GetProperty("Alias").GetString()!,
                item => (item.GetProperty("ContentItemId").GetString()!, Ids(item.GetProperty("TaxonomyPart").GetProperty("Terms")).ToArray()),
                StringComparer.OrdinalIgnoreCase);
        return new GeneratedTerms(taxonomies);
    }

    public IEnumerable<FiledTerms> Draw(Random random) => _fields.Select(field => new FiledTerms(
        field.Field,
        field.Taxonomy,
        [.. Enumerable.Range(0, field.Count).Select(_ => field.Terms[(int)(field.Terms.Length * random.NextDouble() * random.NextDouble())]).Distinct(StringComparer.Ordinal)]));

    private static IEnumerable<string> Ids(JsonElement terms) => terms.EnumerateArray().SelectMany(term =>
        Ids(term.TryGetProperty("Terms", out var narrower) ? narrower : default, term.GetProperty("ContentItemId").GetString()!));

    private static IEnumerable<string> Ids(JsonElement narrower, string own) => narrower.ValueKind == JsonValueKind.Array ? [own, .. Ids(narrower)] : [own];
}
