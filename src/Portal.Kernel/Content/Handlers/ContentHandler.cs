using Portal.Kernel.Audit;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Handlers;

/// <summary>
/// Takes part in the life of an item, in its unit of work. Handlers run in the order they are registered.
/// Order of calls: <see cref="SavingAsync"/> (may still change the item), <see cref="ValidatingAsync"/>, then the row is written, then <see cref="SavedAsync"/>;
/// when the item loses its public edition, <see cref="WithdrawnAsync"/>.
/// </summary>
public abstract class ContentHandler
{
    /// <summary>Derives what the item does not say itself (display text, path).</summary>
    public virtual ValueTask SavingAsync(ContentContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Adds to <see cref="ContentContext.Errors"/> what forbids saving.</summary>
    public virtual ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>The row is written: writes index rows.</summary>
    public virtual ValueTask SavedAsync(ContentContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>The item is no longer published.</summary>
    public virtual ValueTask WithdrawnAsync(ContentContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

/// <summary>What a handler works with.</summary>
public sealed record ContentContext
{
    public required DbSession Session { get; init; }

    public required ContentItem Item { get; init; }

    public required ContentTypeDefinition Type { get; init; }

    public required ContentDefinitions Definitions { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>Whether the site had no version of the item before this one.</summary>
    public bool IsNew { get; init; }

    /// <summary>The published version that this one takes the place of, if there is one.</summary>
    public ContentItem? PublishedBefore { get; init; }

    public IList<ContentError> Errors { get; } = [];
}

/// <summary>What is wrong with an item: the part, the field where there is one, and a sentence.</summary>
public sealed record ContentError(string Part, string? Field, string Message)
{
    public override string ToString() => Field is null ? $"{Part}: {Message}" : $"{Part}.{Field}: {Message}";
}
