using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Portal.Kernel.Import.Files;

namespace Portal.Kernel.Import.Planning;

/// <summary>What is kept of a file after the first reading: enough to give every item its id, path and place before any is built, and no body.</summary>
/// <param name="File">Where it stands.</param>
/// <param name="Header">The keys that every type has.</param>
/// <param name="Type">The item's type; null when the file cannot become an item, which is then already an error.</param>
/// <param name="Body">What is known of the text.</param>
internal sealed record Outline(SourceFile File, ItemHeader Header, ContentTypeDefinition? Type, MarkdownOutline Body)
{
    /// <summary>What the file itself says of its place.</summary>
    public GivenPlace Place { get; init; } = GivenPlace.None;
}

/// <summary>The place that a file gives its item under <c>parts</c>, whatever the folder it stands in says.</summary>
/// <param name="Path">Its path; null when the file gives none.</param>
/// <param name="GivesContainer">Whether it says what the item stands in, or that it stands in nothing.</param>
/// <param name="ContainerId">What it stands in.</param>
internal sealed record GivenPlace(string? Path, bool GivesContainer, string? ContainerId)
{
    public static readonly GivenPlace None = new(null, false, null);

    public static GivenPlace Of(JsonObject? parts)
    {
        if (parts is null)
        {
            return None;
        }

        var route = parts[nameof(AutoroutePart)] as JsonObject;
        var path = Text(route, nameof(AutoroutePart.Path));
        var disabled = route?[nameof(AutoroutePart.Disabled)] is JsonValue value && value.TryGetValue<bool>(out var off) && off;
        var container = Text(parts[nameof(ContainedPart)] as JsonObject, nameof(ContainedPart.ListContentItemId));
        var nowhere = parts.ContainsKey(nameof(ContainedPart)) && parts[nameof(ContainedPart)] is null;
        return new GivenPlace(string.IsNullOrWhiteSpace(path) || disabled ? null : path, nowhere || container is not null, container);
    }

    private static string? Text(JsonObject? part, string key) => part?[key].TextOrNull();
}
