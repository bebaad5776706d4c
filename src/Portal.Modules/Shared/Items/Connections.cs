using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Inner;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Display;

namespace Portal.Modules.Shared.Items;

/// <summary>Finds what an item refers to, what refers to it, and what is near to it by its terms and its text. Only what is published, and has a page.</summary>
public sealed class Connections(ContentStore store, ContentDefinitionStore definitions, AlikeItems alike, IDatabase database, TimeProvider time)
{
    private const int MostRelated = 5;
    private const int Behind = 10;

    // Of those like an item: beyond, a text that is like it in little would win over one that is like it in much, for standing under the same terms.
    private const int Fusable = 15;

    // Of these somebody who has read one wants the next. Sources, terms and plain pages stand under the same terms and say nothing new; lessons stand for their module.
    private static readonly string[] Kinds = ["Handbook", "HandbookChapter", "CountryModel", "Approach", "Practice", "Organisation", "Recommendation", "Standard", "TrainingModule"];

    /// <summary>What a page depends on that shows what refers to its item.</summary>
    public static readonly IReadOnlyList<string> Tags = [.. Kinds.Select(ChangeFeed.Type)];

    // What few share counts more: most items of a site stand under the same few terms. Drafts count among these, which changes the weights a little and shows nothing.
    // Rounded, so that those with the same terms are level, in whatever order they were added up.
    private const string ByTerms =
        """
        join (
            select t.version_id, round(sum(r.weight), 6) as score from content_term t
            join (
                select m.taxonomy, m.term, 1.0 / count(*) as weight from content_term m
                join content_term o on o.taxonomy = m.taxonomy and o.term = m.term where m.version_id = @version group by m.taxonomy, m.term
            ) r on r.taxonomy = t.taxonomy and r.term = t.term
            group by t.version_id
        ) near on near.version_id = i.version_id
        """;

    /// <param name="session">Where to read.</param>
    /// <param name="item">The item.</param>
    /// <param name="own">The fields of the item itself, in order.</param>
    /// <param name="targets">What they refer to.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ConnectionsView> OfAsync(DbSession session, ContentItem item, IReadOnlyList<ItemField> own, FieldTargets targets, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(cancellationToken);
        var refersTo = own.Where(field => field.Field.FieldType == FieldTargets.Picker).Select(field => (field.Field.DisplayName, Items: targets.ItemsOf(field).ToList())).Where(group => group.Items.Count > 0).ToList();
        var named = refersTo.SelectMany(group => group.Items).Select(other => other.ContentItemId).ToHashSet(StringComparer.Ordinal);

        // Two that refer to each other would be shown twice.
        var (all, byText) = await AroundAsync(session, item, known, Fusable, cancellationToken);
        var referring = all.Where(other => !named.Contains(other.ContentItemId)).ToList();
        var shown = named.Concat(referring.Select(other => other.ContentItemId)).ToHashSet(StringComparer.Ordinal);
        var byTerms = await NearAsync(session, item, MostRelated + Behind + shown.Count, cancellationToken);
        var related = Fused(byText.Where(Shown), byTerms.Where(Shown));
        return new ConnectionsView(
            [.. refersTo.Select(group => new ConnectionGroup(group.DisplayName, [.. group.Items.Select(other => Connected(other, known))]))],
            ByKind(referring, known),
            [.. related.Take(MostRelated).Select(other => Connected(other, known))]);

        bool Shown(ContentItem other) => !shown.Contains(other.ContentItemId);
    }

    /// <summary>What refers to an item, and what is near to it by its text; only what is of one of the kinds that <see cref="Tags"/> name. What stands with it in the same is left out.</summary>
    public async Task<ConnectionsView> AroundAsync(DbSession session, ContentItem item, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(cancellationToken);
        var (referring, byText) = await AroundAsync(session, item, known, int.MaxValue, cancellationToken);
        var container = item.Part<ContainedPart>().ListContentItemId;
        var related = byText.Where(other => other.ContentItemId != container && other.Part<ContainedPart>().ListContentItemId is var within && within != item.ContentItemId && (within is null || within != container));
        return new ConnectionsView(
            [],
            ByKind(referring.Where(other => Kinds.Contains(other.ContentType)), known),
            [.. related.Take(MostRelated).Select(other => Connected(other, known))]);
    }

    /// <summary>Ids of items whose texts are like that of an item, most alike first: for a page that reads them along with what else is around its item, and then asks <see cref="AmongAsync"/>.</summary>
    public ValueTask<IReadOnlyList<string>> AlikeAsync(ContentItem item, CancellationToken cancellationToken) => alike.OfAsync(item, cancellationToken);

    /// <summary>The same of items that a page has read already, of any type.</summary>
    /// <param name="item">The item.</param>
    /// <param name="around">What refers to it, and what is like it; published, with pages.</param>
    /// <param name="alikeIds">Which of these are like it.</param>
    /// <param name="elsewhere">Addresses that the page leads to besides: they are not shown as related.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ConnectionsView> AmongAsync(ContentItem item, IEnumerable<ContentItem> around, IReadOnlyList<string> alikeIds, IReadOnlyList<string> elsewhere, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(cancellationToken);
        var (referring, byText) = Parted(around, item, Places(alikeIds), known);
        return new ConnectionsView(
            [],
            ByKind(referring, known),
            [.. byText.Where(other => Kinds.Contains(other.ContentType) && !elsewhere.Contains(other.Path(), StringComparer.Ordinal)).Take(MostRelated).Select(other => Connected(other, known))]);
    }

    // The best of both first: what is high in one list or in both. The number damps the difference between the first places.
    private static IEnumerable<ContentItem> Fused(params IEnumerable<IEnumerable<ContentItem>> lists)
        => lists.SelectMany(list => list.Select((item, place) => (Item: item, Score: 1.0 / (Behind + place))))
            .GroupBy(ranked => ranked.Item.ContentItemId, StringComparer.Ordinal)
            .OrderByDescending(ranked => ranked.Sum(entry => entry.Score)).ThenBy(ranked => ranked.Key, StringComparer.Ordinal)
            .Select(ranked => ranked.First().Item);

    private IReadOnlyList<ConnectionGroup> ByKind(IEnumerable<ContentItem> items, ContentDefinitions known)
        => [.. items.GroupBy(other => other.ContentType, StringComparer.Ordinal)
            .OrderBy(group => Array.IndexOf(Kinds, group.Key) is var at and >= 0 ? at : Kinds.Length).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ConnectionGroup(Kind(group.Key, known), [.. group.Select(other => Connected(other, known))]))];

    private ConnectedItem Connected(ContentItem other, ContentDefinitions known) => new(
        Marks.Of(other.ContentType), Kind(other.ContentType, known), other.Title(), other.Path(), ItemState.Of(other)?.Words, Review.Of(other, time) is { Overdue: true });

    private static string Kind(string type, ContentDefinitions known) => known.Type(type)?.DisplayName ?? type;

    // One question for both. An item may be among both; that it refers says more.
    private async Task<(IReadOnlyList<ContentItem> Referring, IReadOnlyList<ContentItem> Alike)> AroundAsync(
        DbSession session, ContentItem item, ContentDefinitions known, int mostAlike, CancellationToken cancellationToken)
    {
        var places = Places([.. (await alike.OfAsync(item, cancellationToken)).Take(mostAlike)]);
        var around = await store.ReadAsync(
            session,
            $"""
            where i.published = 1 and i.item_id <> @id
                and (i.version_id in (select version_id from content_reference where target_id = @id) or ({database.Dialect.In("i.item_id", "alike")} and {database.Dialect.In("i.type", "kinds")}))
            order by i.display_text nulls first, i.item_id
            """,
            new { id = item.ContentItemId, alike = database.Dialect.Values(places.Keys), kinds = database.Dialect.Values(Kinds) },
            cancellationToken);
        return Parted(around.Where(FieldTargets.HasPage), item, places, known);
    }

    private static Dictionary<string, int> Places(IReadOnlyList<string> ids)
        => ids.Select((id, place) => (id, place)).ToDictionary(entry => entry.id, entry => entry.place, StringComparer.Ordinal);

    // What is like the item and refers to it says more by referring.
    private static (IReadOnlyList<ContentItem> Referring, IReadOnlyList<ContentItem> Alike) Parted(
        IEnumerable<ContentItem> around, ContentItem item, Dictionary<string, int> places, ContentDefinitions known)
    {
        var parted = around.ToLookup(other => !places.ContainsKey(other.ContentItemId) || RefersTo(other, item, known));
        return ([.. parted[true]], [.. parted[false].OrderBy(other => places[other.ContentItemId])]);
    }

    private static bool RefersTo(ContentItem other, ContentItem item, ContentDefinitions known)
        => known.Type(other.ContentType) is { } type
            && ItemFields.OfKind(FieldTargets.Picker, other, type, known).Any(field => ItemFields.Texts(field.Json, "ContentItemIds").Contains(item.ContentItemId, StringComparer.Ordinal));

    // As many more than are shown as may be among the references.
    private async Task<IReadOnlyList<ContentItem>> NearAsync(DbSession session, ContentItem item, int most, CancellationToken cancellationToken)
        => [.. (await store.ReadAsync(
            session,
            $"{ByTerms} where i.published = 1 and i.item_id <> @id and {database.Dialect.In("i.type", "kinds")} order by near.score desc, i.display_text nulls first, i.item_id limit @most",
            new { version = item.ContentItemVersionId, id = item.ContentItemId, kinds = database.Dialect.Values(Kinds), most },
            cancellationToken)).Where(FieldTargets.HasPage)];
}
