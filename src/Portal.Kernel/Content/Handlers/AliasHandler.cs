using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Sees that no two items have the same alias, capital letters being no difference, and indexes it.</summary>
public sealed class AliasHandler() : IndexHandler("content_alias")
{
    // Orchard Core's own bound.
    private const int MaxLength = 735;

    public override async ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (Alias(context) is not { } alias)
        {
            return;
        }

        if (alias.Length > MaxLength)
        {
            Refuse(context, $"The alias has {alias.Length} characters; {MaxLength} are allowed.");
        }

        var other = await context.Session.FirstOrDefaultAsync<string>(
            "select item_id from content_alias where alias = @alias and item_id <> @itemId", new { alias, itemId = context.Item.ContentItemId }, cancellationToken);
        if (other is not null)
        {
            Refuse(context, $"The alias '{alias}' belongs to another item ({other}).");
        }
    }

    protected override async ValueTask WriteAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (Alias(context) is { } alias)
        {
            await context.Session.ExecuteAsync(
                "insert into content_alias (version_id, item_id, alias) values (@versionId, @itemId, @alias)",
                new { versionId = context.Item.ContentItemVersionId, itemId = context.Item.ContentItemId, alias },
                cancellationToken);
        }
    }

    private static string? Alias(ContentContext context)
        => context.Item.Has(nameof(AliasPart)) && context.Item.Part<AliasPart>().Alias?.Trim().ToLowerInvariant() is { Length: > 0 } alias ? alias : null;

    private static void Refuse(ContentContext context, string problem) => context.Errors.Add(new ContentError(nameof(AliasPart), nameof(AliasPart.Alias), problem));
}
