using Portal.Kernel.Audit;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Handlers;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content;

/// <summary>The one way by which items change: row, index tables, search entries, audit event and the word to the caches, in the caller's unit of work.</summary>
public sealed class ContentManager(
    ContentStore store, ContentDefinitionStore definitions, IEnumerable<ContentHandler> handlers, AuditLog audit, ChangeFeed feed, TimeProvider time)
{
    private readonly IReadOnlyList<ContentHandler> _handlers = [.. handlers];

    /// <summary>Saves the item as a new draft; what is published stays so.</summary>
    public Task<SaveResult> SaveDraftAsync(DbSession session, ContentItem item, Actor actor, CancellationToken cancellationToken)
        => SaveAsync(session, item, actor, new Saving(Publish: false, KeepDates: false), cancellationToken);

    /// <summary>Saves the item as a new version and publishes it in place of the one before.</summary>
    public Task<SaveResult> PublishAsync(DbSession session, ContentItem item, Actor actor, CancellationToken cancellationToken)
        => SaveAsync(session, item, actor, new Saving(Publish: true, KeepDates: false), cancellationToken);

    /// <summary>
    /// Saves a version that comes from elsewhere: published or a draft as it says itself, with the dates it came with; over the version of the same id when
    /// there is one. One that is published and not the latest leaves the newer draft where it is.
    /// </summary>
    public Task<SaveResult> ImportAsync(DbSession session, ContentItem item, Actor actor, CancellationToken cancellationToken)
        => SaveAsync(session, item, actor, new Saving(item.Published, KeepDates: true), cancellationToken);

    /// <summary>Takes away the public edition of the item, and of what stands in it; their versions stay. Returns whether there was one.</summary>
    public async Task<bool> WithdrawAsync(DbSession session, string itemId, Actor actor, CancellationToken cancellationToken)
    {
        var published = await store.PublishedAsync(session, itemId, cancellationToken);
        if (published is null)
        {
            return false;
        }

        var context = await ContextAsync(session, published.Copy(), published, actor, cancellationToken);
        await store.UnpublishAsync(session, itemId, cancellationToken);
        context.Item.Published = false;
        foreach (var handler in _handlers)
        {
            await handler.WithdrawnAsync(context, cancellationToken);
        }

        await ToldAsync(context, "Withdrawn", null, cancellationToken);
        foreach (var contained in await store.PublishedInAsync(session, itemId, cancellationToken))
        {
            await WithdrawAsync(session, contained.ContentItemId, actor, cancellationToken);
        }

        return true;
    }

    private async Task<SaveResult> SaveAsync(DbSession session, ContentItem item, Actor actor, Saving saving, CancellationToken cancellationToken)
    {
        var (before, latest) = await store.CurrentAsync(session, item.ContentItemId, cancellationToken);
        if (!saving.Publish && before?.ContentItemVersionId == item.ContentItemVersionId)
        {
            // The very version that is public becomes a draft: its public edition ends.
            await WithdrawAsync(session, item.ContentItemId, actor, cancellationToken);
            before = null;
        }

        // Every item has a latest version, whatever became of its public edition.
        var context = await ContextAsync(session, item, before, actor, cancellationToken) with { IsNew = latest is null };
        Stamp(item, before, latest, actor, saving);
        await PrepareAsync(context, cancellationToken);
        if (context.Errors.Count > 0)
        {
            return new SaveResult(item, [.. context.Errors]);
        }

        await store.WriteAsync(session, item, item.Part<LocalizationPart>().Culture ?? LocalizationPart.DefaultCulture, context.IsNew, cancellationToken);
        foreach (var handler in _handlers)
        {
            await handler.SavedAsync(context, cancellationToken);
        }

        var comment = item.Has(nameof(AuditTrailPart)) ? item.Part<AuditTrailPart>().Comment : null;
        await ToldAsync(context, saving.Publish ? "Published" : "DraftSaved", comment, cancellationToken);
        return new SaveResult(item, []);
    }

    private async Task PrepareAsync(ContentContext context, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var handler in _handlers)
            {
                await handler.SavingAsync(context, cancellationToken);
            }

            foreach (var handler in _handlers)
            {
                await handler.ValidatingAsync(context, cancellationToken);
            }
        }
        catch (PartShapeException e)
        {
            context.Errors.Add(new ContentError(e.Part, e.Property, PartShapeException.Problem));
        }
    }

    private async Task<ContentContext> ContextAsync(DbSession session, ContentItem item, ContentItem? before, Actor actor, CancellationToken cancellationToken)
    {
        var known = await definitions.CurrentAsync(session, cancellationToken);
        return new ContentContext
        {
            Session = session,
            Item = item,
            Type = known.Type(item.ContentType) ?? throw new InvalidOperationException($"The content type '{item.ContentType}' is not defined."),
            Definitions = known,
            Actor = actor,
            PublishedBefore = before,
        };
    }

    private void Stamp(ContentItem item, ContentItem? published, ContentItem? latest, Actor actor, Saving saving)
    {
        var before = published ?? latest;
        var now = time.GetUtcNow().UtcDateTime;
        var given = saving.KeepDates ? item : null;
        item.Latest = !(saving.KeepDates && saving.Publish && !item.Latest && latest is { Published: false } && latest.ContentItemVersionId != item.ContentItemVersionId);
        item.Published = saving.Publish;
        item.CreatedUtc ??= before?.CreatedUtc ?? now;
        item.ModifiedUtc = given?.ModifiedUtc ?? now;
        item.PublishedUtc = saving.Publish ? given?.PublishedUtc ?? before?.PublishedUtc ?? item.PublishedUtc ?? now : given?.PublishedUtc;
        item.Author ??= actor.Name;
        item.Owner ??= before?.Owner ?? actor.Name;
    }

    private async Task ToldAsync(ContentContext context, string happened, string? comment, CancellationToken cancellationToken)
    {
        var item = context.Item;
        await audit.RecordAsync(
            context.Session,
            new AuditEvent { Name = happened, Actor = context.Actor, ItemId = item.ContentItemId, VersionId = item.ContentItemVersionId, Comment = comment },
            cancellationToken);
        if (item.Published || context.PublishedBefore is not null)
        {
            feed.Add(context.Session, [item.ContentItemId, ChangeFeed.Type(item.ContentType), ChangeFeed.Content]);
        }
    }
}

internal readonly record struct Saving(bool Publish, bool KeepDates);

/// <summary>The item as saved or, when there are errors, as it was not.</summary>
public sealed record SaveResult(ContentItem Item, IReadOnlyList<ContentError> Errors)
{
    public bool Saved => Errors.Count == 0;
}
