using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Import.Building;

/// <summary>Saves what changed, and counts. Once there is an error nothing more is saved: the rest is only read, to find the other errors.</summary>
internal sealed class ItemSaver(ContentManager manager, DbSession session, Actor actor, TimeProvider time, ImportErrors all)
{
    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public int Withdrawn { get; private set; }

    /// <param name="item">The item as its file says.</param>
    /// <param name="current">The version that it is compared with.</param>
    /// <param name="versions">What the site has of it.</param>
    /// <param name="state">What is to become of it.</param>
    /// <param name="places">Where in the file what stands.</param>
    /// <param name="errors">Where to say what is wrong.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task SaveAsync(
        ContentItem item, ContentItem? current, Versions versions, ItemState state, ErrorPlaces places, FileErrors errors, CancellationToken cancellationToken)
    {
        if (state == ItemState.Withdrawn)
        {
            // That it was public once is what tells it from a draft.
            item.PublishedUtc ??= item.CreatedUtc ?? time.GetUtcNow().UtcDateTime;
        }

        var changed = current is null || !Versions.Same(item, current, state) || (state == ItemState.Published && versions.Published is null);
        if (changed && !all.Any)
        {
            item.Published = state == ItemState.Published;
            var result = await manager.ImportAsync(session, item, actor, cancellationToken);
            foreach (var error in result.Errors)
            {
                var (line, key) = places.Of(error);
                errors.Add(line, key, error.Message);
            }
        }

        var withdrawn = state == ItemState.Withdrawn && versions.Published is not null;
        if (withdrawn && !all.Any)
        {
            await manager.WithdrawAsync(session, item.ContentItemId, actor, cancellationToken);
        }

        Count(changed, withdrawn, isNew: versions.Latest is null);
    }

    public ImportReport Report() => all.Any
        ? new ImportReport(0, 0, 0, 0, all.First) { MoreErrors = all.More }
        : new ImportReport(Created, Updated, Unchanged, Withdrawn, []);

    private void Count(bool changed, bool withdrawn, bool isNew)
    {
        if (withdrawn)
        {
            Withdrawn++;
        }
        else if (!changed)
        {
            Unchanged++;
        }
        else if (isNew)
        {
            Created++;
        }
        else
        {
            Updated++;
        }
    }
}
