using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Display;

namespace Portal.Modules.Shared.Items;

/// <summary>Finds what an item refers to, what refers to it, and what is near to it by its terms. Only what is published, and has a page.</summary>
public sealed class Connections(ContentStore store, IDatabase database, TimeProvider time)
{
    private const int MostRelated = 5;

    // Of these somebody who has read one wants the next. Sources, terms and plain pages stand under the same terms and say nothing new; lessons stand for their module.
    private static readonly string[] Kinds = ["Handbook", "HandbookChapter", "CountryModel", "Approach", "Practice", "Organisation", "Recommendation", "Standard", "TrainingModule"];

    // What it is filed under is the same for most items of some taxonomies; what few share counts more.
    private const string ByTerms =
        """
        join (
            with mine as (select taxonomy, term from content_term where version_id = @version),
                held as (select t.version_id, t.taxonomy, t.term from mine m join content_term t on t.taxonomy = m.taxonomy and t.term = m.term
                    join content_item c on c.version_id = t.version_id where c.published = 1),
                rarity as (select taxonomy, term, 1.0 / count(*) as weight from held group by taxonomy, term)
            select h.version_id, sum(r.weight) as score from held h join rarity r on r.taxonomy = h.taxonomy and r.term = h.term group by h.version_id
        ) near on near.version_id = i.version_id
        """;

    /// <param name="session">Where to read.</param>
    /// <param name="item">The item.</param>
    /// <param name="own">The fields of the item itself, in order.</param>
    /// <param name="targets">What they refer to.</param>
    /// <param name="definitions">Those of the site.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ConnectionsView> OfAsync(
        DbSession session, ContentItem item, IReadOnlyList<ItemField> own, FieldTargets targets, ContentDefinitions definitions, CancellationToken cancellationToken)
    {
        var refersTo = own.Where(field => field.Field.FieldType == FieldTargets.Picker).Select(field => (field.Field.DisplayName, Items: targets.ItemsOf(field).ToList())).Where(group => group.Items.Count > 0).ToList();
        var referring = await ReferringAsync(session, item, cancellationToken);
        var near = await NearAsync(session, item, cancellationToken);

        var shown = refersTo.SelectMany(group => group.Items).Concat(referring).Select(other => other.ContentItemId).Append(item.ContentItemId).ToHashSet(StringComparer.Ordinal);
        return new ConnectionsView(
            [.. refersTo.Select(group => new ConnectionGroup(group.DisplayName, [.. group.Items.Select(Connected)]))],
            [.. referring.GroupBy(other => other.ContentType, StringComparer.Ordinal)
                .OrderBy(group => Array.IndexOf(Kinds, group.Key) is var at and >= 0 ? at : Kinds.Length).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ConnectionGroup(Kind(group.Key), [.. group.Select(Connected)]))],
            [.. near.Where(other => !shown.Contains(other.ContentItemId)).Take(MostRelated).Select(Connected)]);

        string Kind(string type) => definitions.Type(type)?.DisplayName ?? type;

        ConnectedItem Connected(ContentItem other) => new(
            Marks.Of(other.ContentType), Kind(other.ContentType), other.Title(), other.Path(), ItemState.Of(other)?.Words, Review.Of(other, time) is { Overdue: true });
    }

    private async Task<IReadOnlyList<ContentItem>> ReferringAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
        => [.. (await store.ReadAsync(
            session,
            "where i.published = 1 and i.item_id <> @id and i.version_id in (select version_id from content_reference where target_id = @id) order by i.display_text, i.item_id",
            new { id = item.ContentItemId },
            cancellationToken)).Where(FieldTargets.HasPage)];

    // A few more than are shown: some of them may be shown as references already.
    private async Task<IReadOnlyList<ContentItem>> NearAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
        => [.. (await store.ReadAsync(
            session,
            $"{ByTerms} where i.item_id <> @id and {database.Dialect.In("i.type", "kinds")} order by near.score desc, i.display_text, i.item_id limit @most",
            new { version = item.ContentItemVersionId, id = item.ContentItemId, kinds = database.Dialect.Values(Kinds), most = MostRelated * 6 },
            cancellationToken)).Where(FieldTargets.HasPage)];
}
