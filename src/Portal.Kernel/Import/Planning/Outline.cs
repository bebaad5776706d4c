using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Import.Files;

namespace Portal.Kernel.Import.Planning;

/// <summary>What is kept of a file after the first reading: enough to give every item its id, path and place before any is built, and no body.</summary>
/// <param name="File">Where it stands.</param>
/// <param name="Header">The keys that every type has.</param>
/// <param name="Type">The item's type; null when the file cannot become an item, which is then already an error.</param>
/// <param name="Anchors">The ids of the body's headings.</param>
internal sealed record Outline(SourceFile File, ItemHeader Header, ContentTypeDefinition? Type, IReadOnlyList<string> Anchors);
