namespace Portal.Modules.Shared.Display;

/// <summary>The search box; a page has one, with its hint of the key that leads to it.</summary>
/// <param name="Large">Whether it is what the page is about.</param>
public sealed record SearchBox(string Query, bool Large);
