using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Portal.Modules.Countries.Diagrams;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Items;

namespace Portal.Modules.Countries.Models;

/// <summary>Reads a country's page: its model, and what there is of that country or refers to it, as it stands today.</summary>
public sealed class CountryReader(ArticleReader articles, StructureReader structures, CountryItems belonging, Connections connections)
{
    public const string Type = "CountryModel", Practice = "Practice", Organisation = "Organisation";
    private const int MostCompared = 5;

    public async Task<CountryView> OfAsync(DbSession session, ContentItem model, CancellationToken cancellationToken)
    {
        var found = await structures.OfAsync(model, cancellationToken);
        var alike = await connections.AlikeAsync(model, cancellationToken);
        var around = await belonging.ReadAsync(session, [model], [.. model.References(Type, "Related"), .. alike], cancellationToken);
        var practices = around.Practices(model);
        var organisations = around.Organisations(model);
        var readOn = around.Named(model, Type, "Related");
        var compared = await ComparedAsync(session, model, cancellationToken);
        var rest = around.Items.Where(item => item.ContentItemId != model.ContentItemId).Except(practices).Except(organisations).Except(readOn);
        return new CountryView(await articles.OfAsync(session, model, cancellationToken), model.Text("AsOf"), found, DiagramLayout.Of(found))
        {
            Codes = CountryItems.Codes(model, around.Catalog),
            Strengths = model.Values("Strengths"),
            Challenges = model.Values("Challenges"),
            Practices = [.. practices.Select(Link)],
            Organisations = [.. organisations.Select(Link)],
            ReadOn = [.. readOn.Select(Link)],
            Compared = compared,
            Connections = await connections.AmongAsync(model, rest, alike, [.. compared.Select(other => other.Url)], cancellationToken),
        };
    }

    // Other models that share the most terms of what tells models apart; that both are of Europe, or for practitioners, says little.
    private static async Task<IReadOnlyList<Crumb>> ComparedAsync(DbSession session, ContentItem model, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<Compared>(
            """
            select i.display_text as Title, p.path as Path
            from content_term mine join content_term theirs on theirs.taxonomy = mine.taxonomy and theirs.term = mine.term
            join content_item i on i.version_id = theirs.version_id join content_path p on p.version_id = i.version_id
            where mine.version_id = @versionId and mine.taxonomy in ('level', 'working-type', 'setting', 'topic', 'ideology') and i.type = @Type and i.published = 1 and i.item_id <> @id
            group by i.item_id, i.display_text, p.path order by count(*) desc, i.display_text nulls first, i.item_id limit @MostCompared
            """,
            new { versionId = model.ContentItemVersionId, id = model.ContentItemId, Type, MostCompared },
            cancellationToken);
        return [.. rows.Select(row => new Crumb(row.Title ?? "", "/" + row.Path))];
    }

    private static CountryLink Link(ContentItem item) => new(item.ContentType, item.Title(), item.Path(), item.Text("Summary"), State(item));

    // What a reader has to know before relying on it.
    private static string? State(ContentItem item) => item.ContentType switch
    {
        Organisation => "Listed, not vetted",
        Practice when string.IsNullOrWhiteSpace(item.Text("Evaluation")) && item.Part<BagPart>("Outcomes").ContentItems.Count == 0 => "No evidence yet",
        Practice => "Evidence as its source describes it",
        _ => null,
    };

    private sealed record Compared
    {
        public string? Title { get; init; }
        public string Path { get; init; } = "";
    }
}

/// <param name="AsOf">The time that the description is of.</param>
public sealed record CountryView(Article Article, string? AsOf, IReadOnlyList<Structure> Structures, StructureDiagram? Diagram)
{
    /// <summary>The country's terms, by which lists are narrowed.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
    public IReadOnlyList<string> Strengths { get; init; } = [];
    public IReadOnlyList<string> Challenges { get; init; } = [];

    /// <summary>Those that the model names, and all others of its country.</summary>
    public IReadOnlyList<CountryLink> Practices { get; init; } = [];
    public IReadOnlyList<CountryLink> Organisations { get; init; } = [];
    public IReadOnlyList<CountryLink> ReadOn { get; init; } = [];

    /// <summary>Models that have the most terms in common with it.</summary>
    public IReadOnlyList<Crumb> Compared { get; init; } = [];

    /// <summary>Everything else that refers to the model, and what is like it.</summary>
    public ConnectionsView Connections { get; init; } = new([], [], []);

    /// <summary>The last part of its address.</summary>
    public string Slug => Article.Path[(Article.Path.LastIndexOf('/') + 1)..];
}

/// <param name="State">Its state as it stands today; null for kinds that have none.</param>
public sealed record CountryLink(string Type, string Title, string Path, string? Summary, string? State);
