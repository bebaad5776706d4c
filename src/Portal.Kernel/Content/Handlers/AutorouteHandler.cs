using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Gives an item its address, sees that no other has it, and remembers the addresses it had in public.</summary>
public sealed class AutorouteHandler() : IndexHandler("content_path")
{
    private const int MaxLength = 1024;

    public override ValueTask SavingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Type.Has(nameof(AutoroutePart)))
        {
            var part = context.Item.Part<AutoroutePart>();
            if (!part.Disabled && string.IsNullOrWhiteSpace(part.Path) && context.Item.DisplayText is { Length: > 0 } title)
            {
                part.Path = HeadingIds.Slug(title);
                context.Item.Apply(part);
            }
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (Path(context) is not { } path)
        {
            return;
        }

        if (path.Length > MaxLength || path.Split('/').Any(segment => segment.Length == 0 || !segment.All(IsPathCharacter)))
        {
            context.Errors.Add(new ContentError(nameof(AutoroutePart), "Path", $"'{path}' is not a path: use lower-case letters, digits and hyphens, parted by single slashes."));
            return;
        }

        var other = await context.Session.FirstOrDefaultAsync<string>(
            "select item_id from content_path where path = @path and item_id <> @itemId",
            new { path, itemId = context.Item.ContentItemId },
            cancellationToken);
        if (other is not null)
        {
            context.Errors.Add(new ContentError(nameof(AutoroutePart), "Path", $"The path '{path}' belongs to another item ({other})."));
        }
    }

    public override async ValueTask WithdrawnAsync(ContentContext context, CancellationToken cancellationToken)
    {
        await base.WithdrawnAsync(context, cancellationToken);
        await context.Session.ExecuteAsync("update content_path set published = 0 where item_id = @id", new { id = context.Item.ContentItemId }, cancellationToken);
        if (Path(context) is { } path)
        {
            await RememberAsync(context, path, cancellationToken);
        }
    }

    protected override async ValueTask WriteAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var item = context.Item;
        var path = Path(context);
        if (item.Published)
        {
            await LeaveAsync(context, path, cancellationToken);
        }

        if (path is not null)
        {
            await context.Session.ExecuteAsync(
                "insert into content_path (version_id, item_id, path, published) values (@versionId, @itemId, @path, @published)",
                new { versionId = item.ContentItemVersionId, itemId = item.ContentItemId, path, published = item.Published },
                cancellationToken);
        }
    }

    private static async Task LeaveAsync(ContentContext context, string? path, CancellationToken cancellationToken)
    {
        if (path is not null)
        {
            // Whoever has an address now wins over whoever had it.
            await context.Session.ExecuteAsync("delete from former_path where path = @path", new { path }, cancellationToken);
        }

        if (context.PublishedBefore?.Part<AutoroutePart>() is { Disabled: false, Path: { } before } && before != path)
        {
            await RememberAsync(context, before, cancellationToken);
        }
    }

    private static Task<int> RememberAsync(ContentContext context, string path, CancellationToken cancellationToken) => context.Session.ExecuteAsync(
        "insert into former_path (path, item_id) values (@path, @itemId) on conflict (path) do update set item_id = excluded.item_id",
        new { path, itemId = context.Item.ContentItemId },
        cancellationToken);

    private static string? Path(ContentContext context)
    {
        if (!context.Type.Has(nameof(AutoroutePart)))
        {
            return null;
        }

        var part = context.Item.Part<AutoroutePart>();
        return part.Disabled ? null : part.Path;
    }

    private static bool IsPathCharacter(char c) => char.IsDigit(c) || char.IsLower(c) || c is '-' or '_' or '.' || (char.IsLetter(c) && !char.IsUpper(c));
}
