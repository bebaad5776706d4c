namespace Portal.Kernel.Content.Parts;

/// <summary>Marks an item that others stand in (<see cref="ContainedPart"/>); it holds nothing itself.</summary>
public sealed class ListPart;
