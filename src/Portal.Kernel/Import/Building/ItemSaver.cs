using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Import.Building;

/// <summary>Saves what changed, and counts. Once there is an error nothing more is saved: the rest is only read, to find the other errors.</summary>
internal sealed class ItemSaver(ContentManager manager, DbSession session, Actor actor, ImportErrors all)
{
    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public int Withdrawn { get; private set; }

    public async Task SaveAsync(ContentItem item, Versions versions, ItemState state, ErrorPlaces places, FileErrors errors, CancellationToken cancellationToken)
    {
        var current = versions.For(state);
        var changed = current is null || !Versions.Same(item, current) || (state == ItemState.Published && versions.Published is null);
        if (changed && !all.Any)
        {
            var result = state == ItemState.Published
                ? await manager.PublishAsync(session, item, actor, cancellationToken)
                : await manager.SaveDraftAsync(session, item, actor, cancellationToken);
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
