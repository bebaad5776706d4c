using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;

namespace Portal.Modules.Shared.Articles;

/// <summary>The day by which an item is to be looked at again, and whether it has passed.</summary>
public sealed record Review(DateOnly By, bool Overdue)
{
    /// <summary>Null for an item without such a day.</summary>
    public static Review? Of(ContentItem item, TimeProvider time)
        => item.Part<ReviewPart>().ReviewBy is { } by ? new Review(by, by < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) : null;
}
