using Portal.Kernel.Content.Items;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Display;

namespace Portal.Modules.Shared.Lists;

/// <summary>A row of a list: the kind's mark, a title, a sentence, and the facts that people choose by.</summary>
public sealed record ListRow
{
    public required string Mark { get; init; }
    public required string Title { get; init; }
    public required string Path { get; init; }

    /// <summary>What stands above the title, as a country or a kind.</summary>
    public string? Above { get; init; }
    public string? Summary { get; init; }

    /// <summary>How it stands today, in words.</summary>
    public ItemState? State { get; init; }
    public IReadOnlyList<string> Facts { get; init; } = [];
    public Review? Review { get; init; }

    /// <summary>What every row says of its item.</summary>
    public static ListRow Of(ContentItem item, Review? review) => new()
    {
        Mark = Marks.Of(item.ContentType),
        Title = item.Title(),
        Path = item.Path(),
        Summary = item.Text("Summary"),
        State = ItemState.Of(item),
        Review = review,
    };
}
