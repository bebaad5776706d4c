using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Taxonomies;

/// <summary>The published taxonomies, kept in memory until one changes.</summary>
public sealed class TaxonomyCatalog(IDatabase database, ContentStore store) : IChangeListener
{
    public const string ContentType = "Taxonomy";
    public const string TermType = "Term";

    private readonly ConditionalWeakTable<DbSession, TaxonomySet> _bySession = [];
    private readonly Cached<TaxonomySet> _current = new();

    public ValueTask<TaxonomySet> GetAsync(CancellationToken cancellationToken) => _current.GetAsync(
        async token =>
        {
            await using var session = await database.ReadAsync(token);
            return await LoadAsync(session, token);
        },
        cancellationToken);

    /// <summary>The taxonomies as this unit of work sees them; read once, and again after <see cref="Forget"/>.</summary>
    public async ValueTask<TaxonomySet> CurrentAsync(DbSession session, CancellationToken cancellationToken)
    {
        if (!_bySession.TryGetValue(session, out var known))
        {
            known = await LoadAsync(session, cancellationToken);
            _bySession.AddOrUpdate(session, known);
        }

        return known;
    }

    /// <summary>A taxonomy changed in this unit of work.</summary>
    public void Forget(DbSession session) => _bySession.Remove(session);

    public ValueTask ChangedAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        if (ChangeFeed.Concerns(tags, ChangeFeed.Type(ContentType)))
        {
            _current.Forget();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Reads a taxonomy out of its item.</summary>
    public static Taxonomy Read(ContentItem item)
    {
        var terms = new List<Term>();
        Collect(item.Part<TaxonomyPart>().Terms, null, 0, terms);
        return new Taxonomy(item.ContentItemId, item.Part<AliasPart>().Alias ?? item.ContentItemId, item.DisplayText ?? "", terms);
    }

    private async Task<TaxonomySet> LoadAsync(DbSession session, CancellationToken cancellationToken)
        => new((await store.PublishedOfTypeAsync(session, ContentType, cancellationToken)).Select(Read));

    private static void Collect(JsonArray terms, string? broader, int depth, List<Term> found)
    {
        foreach (var json in terms.OfType<JsonObject>())
        {
            var item = ContentJson.Read(json);
            var title = item.DisplayText ?? item.Part<TitlePart>().Title ?? "";
            found.Add(new Term(item.ContentItemId, item.Part<AutoroutePart>().Path ?? item.ContentItemId, title, broader, depth)
            {
                Synonyms = [.. ItemFields.Texts(item.Field(TermType, nameof(Term.Synonyms)), "Values").Where(name => !string.IsNullOrWhiteSpace(name))],
            });
            if (json["Terms"] is JsonArray narrower)
            {
                Collect(narrower, item.ContentItemId, depth + 1, found);
            }
        }
    }
}

/// <summary>All taxonomies as of one moment.</summary>
public sealed class TaxonomySet(IEnumerable<Taxonomy> all)
{
    public IReadOnlyList<Taxonomy> All { get; } = [.. all];

    public Taxonomy? ByName(string name) => All.FirstOrDefault(taxonomy => taxonomy.Name == name);

    public Taxonomy? ById(string itemId) => All.FirstOrDefault(taxonomy => taxonomy.ItemId == itemId);

    /// <summary>A term's title, or the slug itself when no such term is known.</summary>
    public string Label(string taxonomy, string slug) => ByName(taxonomy)?.BySlug(slug)?.Title ?? slug;
}
