namespace Portal.Modules.Shared.Articles;

/// <summary>A bag, a flow or a zone of an item as a page without a template shows it.</summary>
/// <param name="Name">The part that holds it, as the type bears it.</param>
/// <param name="Title">What it is called; null for one that is no chapter of the page.</param>
/// <param name="Level">The level of the heading that its title is, from 2 to 6.</param>
/// <param name="Items">What it holds, in order.</param>
public sealed record PlainGroup(string Name, string? Title, int Level, IReadOnlyList<PlainInner> Items);

/// <summary>An item that lives inside another.</summary>
/// <param name="Anchor">The id of its place on the page.</param>
/// <param name="Title">Its title, where it is shown.</param>
/// <param name="Level">The level of the heading that its title is.</param>
/// <param name="Fields">Those that have a value.</param>
/// <param name="Html">Its body.</param>
/// <param name="Groups">What lives inside it.</param>
public sealed record PlainInner(string? Anchor, string? Title, int Level, IReadOnlyList<PlainField> Fields, string Html, IReadOnlyList<PlainGroup> Groups)
{
    /// <summary>A field by its name; null when it has no value.</summary>
    public PlainField? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>A field's text; empty when it has none.</summary>
    public string Text(string name) => Field(name)?.Text ?? "";
}
