using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;

namespace Portal.Modules.Countries.Models;

/// <summary>How many models, practices and organisations there are of each country: those of <see cref="CountryItems"/>, counted without reading them.</summary>
public sealed class CountryNumbers(TaxonomyCatalog taxonomies)
{
    private const string Taxonomy = "country";

    /// <summary>Countries with anything, by name.</summary>
    public async Task<IReadOnlyList<CountryNumber>> AllAsync(DbSession session, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<Row>(
            """
            with belonging (term, item_id) as (
                select term, item_id from content_term t where taxonomy = @Taxonomy and exists (select 1 from content_item i where i.version_id = t.version_id and i.published = 1)
                union
                select t.term, r.target_id from content_term t join content_item m on m.version_id = t.version_id join content_reference r on r.version_id = m.version_id
                where t.taxonomy = @Taxonomy and m.published = 1 and m.type = @Model and r.field in ('CountryModel.Practices', 'CountryModel.Organisations'))
            select b.term as Term, i.type as Type, p.path as Path
            from belonging b join content_item i on i.item_id = b.item_id join content_path p on p.version_id = i.version_id
            where i.published = 1 and i.type in (@Model, @Practice, @Organisation) order by i.display_text nulls first, i.item_id
            """,
            new { Taxonomy, Model = CountryReader.Type, CountryReader.Practice, CountryReader.Organisation },
            cancellationToken);
        var catalog = await taxonomies.GetAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.Term, StringComparer.Ordinal)
            .Select(country => new CountryNumber(
                country.Key,
                catalog.Label(Taxonomy, country.Key),
                country.Where(row => row.Type == CountryReader.Type).Select(row => "/" + row.Path).FirstOrDefault(),
                country.Count(row => row.Type == CountryReader.Type),
                country.Count(row => row.Type == CountryReader.Practice),
                country.Count(row => row.Type == CountryReader.Organisation)))
            .OrderBy(country => country.Name, StringComparer.InvariantCulture)];
    }

    private sealed record Row
    {
        public string Term { get; init; } = "";
        public string Type { get; init; } = "";
        public string Path { get; init; } = "";
    }
}

/// <param name="Code">The term's slug: the country's two letters.</param>
/// <param name="ModelPath">Where its model is; null when it has none.</param>
public sealed record CountryNumber(string Code, string Name, string? ModelPath, int Models, int Practices, int Organisations)
{
    public int Total => Models + Practices + Organisations;

    /// <summary>Its model, or a search of what there is.</summary>
    public string Url => ModelPath ?? $"/search?country={Code}";

    /// <summary>Where its practices or organisations are listed: on the page of its model, which has all that are counted, else in their own list.</summary>
    public string Where(string kind) => ModelPath is null ? $"/{kind}?country={Code}" : $"{ModelPath}#country-{kind}";

    /// <summary>'Belgium: 1 country model, 2 practices, no organisations'.</summary>
    public string Words => $"{Name}: {Count(Models, "country model")}, {Count(Practices, "practice")}, {Count(Organisations, "organisation")}";

    /// <summary>How dark it is on the map, from 1 to 4.</summary>
    public int Shade => Total switch { <= 1 => 1, <= 3 => 2, <= 6 => 3, _ => 4 };

    private static string Count(int number, string what) => number == 0 ? $"no {what}s" : $"{number} {what}{(number == 1 ? "" : "s")}";
}
