using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Kernel.Import.Files;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Import.Building;

/// <summary>
/// Terms that the site has and a taxonomy's file has no more. That is right when nobody uses them once the import is done, and an error when somebody
/// does: the item would lose the term without a word. Who uses one is noted before the taxonomy is saved, and looked at again when all items are.
/// </summary>
internal sealed class RemovedTerms(ContentStore store, DbSession session, ImportErrors all)
{
    private const int Named = 3;

    private readonly List<Removed> _removed = [];

    /// <param name="known">The taxonomy as the site has it.</param>
    /// <param name="next">As its file has it.</param>
    /// <param name="file">The file.</param>
    /// <param name="line">The line of its list of terms.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task NoteAsync(Taxonomy known, Taxonomy next, SourceFile file, int line, CancellationToken cancellationToken)
    {
        foreach (var term in known.Terms.Where(term => next.ById(term.ItemId) is null))
        {
            // Those filed under a narrower term are among them; which term an item names itself is seen when it is read.
            var users = await session.QueryAsync<string>(
                "select distinct item_id from content_term where taxonomy = @taxonomy and term = @slug", new { taxonomy = known.Name, slug = term.Slug }, cancellationToken);
            _removed.Add(new Removed(known, term, next.BySlug(term.Slug) is not null, file, line, users));
        }
    }

    /// <summary>A file of this import that names a removed term has an error of its own; it is named with the term as well.</summary>
    public void Read(PlannedItem item, FrontMatter front, ContentDefinitions definitions)
    {
        if (_removed.Count == 0)
        {
            return;
        }

        foreach (var placed in definitions.FieldsOf(item.Outline.Type!).Where(placed => placed.Field.FieldType == ItemTerms.FieldType))
        {
            var named = ItemTerms.Named(placed.Field);
            var slugs = Slugs(front.Values.Values.GetValueOrDefault(FieldWriter.Key(placed.Field.Name)));
            foreach (var removed in _removed.Where(removed => !removed.HasOtherId && (removed.Taxonomy.Name == named || removed.Taxonomy.ItemId == named) && slugs.Contains(removed.Term.Slug)))
            {
                removed.InImport.Add(item.Id, "/" + item.Path);
            }
        }
    }

    /// <summary>Says which removed terms are still used, when all items are saved.</summary>
    /// <param name="plan">After an error its items are not all saved: what the site has of them says nothing of what they will be.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task CheckAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        var stopped = all.Any;
        foreach (var removed in _removed)
        {
            var users = new Dictionary<string, string>(removed.InImport, StringComparer.Ordinal);
            foreach (var id in removed.Users.Where(id => !stopped || plan.ById(id) is null))
            {
                await AddUserAsync(removed.Term, id, users, cancellationToken);
            }

            if (users.Count > 0)
            {
                all.For(removed.File.Path).Add(removed.Line, TaxonomyBuilder.Terms, Sentence(removed, [.. users.Values.Order(StringComparer.Ordinal)]));
            }
        }
    }

    private async Task AddUserAsync(Term term, string id, Dictionary<string, string> users, CancellationToken cancellationToken)
    {
        var versions = await store.ReadAsync(session, "where i.item_id = @id and (i.published = 1 or i.latest = 1) order by i.published desc", new { id }, cancellationToken);
        if (versions.FirstOrDefault(version => Names(version.Content, term.ItemId)) is { } user)
        {
            users[id] = Name(user);
        }
    }

    private static string Sentence(Removed removed, IReadOnlyList<string> users)
    {
        var (term, id) = (removed.Term.Slug, removed.Term.ItemId);
        var lost = removed.HasOtherId ? $"The term '{term}' has another id than on the site ({id})" : $"The term '{term}' is on the site and missing here";
        var more = users.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" and {users.Count - Named} more") : "";
        var who = string.Join(", ", users.Take(Named)) + more;
        return removed.HasOtherId
            ? $"{lost}, and {who} would lose it. Give it that id, or leave the id out."
            : $"{lost}, but used by {who}. File them under other terms, or keep it; to rename it, keep its id ({id}).";
    }

    private static string Name(ContentItem item) => item.Part<AutoroutePart>().Path is { Length: > 0 } path ? "/" + path : $"'{item.DisplayText}'";

    private static HashSet<string> Slugs(FrontMatterValue? value)
        => [.. (value is FrontMatterList list ? list.Items : value is null ? [] : [value]).OfType<FrontMatterScalar>().Select(scalar => scalar.Text)];

    // Wherever it stands: fields of parts, and those of items within items.
    private static bool Names(JsonNode? json, string termId) => json switch
    {
        JsonObject map => map.Any(pair => pair is { Key: "TermContentItemIds", Value: JsonArray ids }
            ? ids.Any(id => id.TextOrNull() == termId)
            : Names(pair.Value, termId)),
        JsonArray list => list.Any(item => Names(item, termId)),
        _ => false,
    };

    /// <param name="Taxonomy">As the site has it.</param>
    /// <param name="Term">The one that its file has no more.</param>
    /// <param name="HasOtherId">Whether the file has a term of that name, by another id.</param>
    /// <param name="File">The taxonomy's.</param>
    /// <param name="Line">Of its terms.</param>
    /// <param name="Users">Ids of items that were filed under it before the import.</param>
    private sealed record Removed(Taxonomy Taxonomy, Term Term, bool HasOtherId, SourceFile File, int Line, IReadOnlyList<string> Users)
    {
        public Dictionary<string, string> InImport { get; } = new(StringComparer.Ordinal);
    }
}
