namespace Portal.Modules.Shared.Items;

/// <summary>How an item stands among the others, as they are today.</summary>
/// <param name="RefersTo">What it refers to, by field.</param>
/// <param name="ReferredToBy">What else refers to it, by kind.</param>
/// <param name="Related">What is filed under the same terms and is not among the others; nearest first.</param>
public sealed record ConnectionsView(IReadOnlyList<ConnectionGroup> RefersTo, IReadOnlyList<ConnectionGroup> ReferredToBy, IReadOnlyList<ConnectedItem> Related);

public sealed record ConnectionGroup(string Title, IReadOnlyList<ConnectedItem> Items);

/// <param name="Kind">What its type is called on the screen.</param>
/// <param name="State">How it stands today, in words; null when there is nothing to say.</param>
public sealed record ConnectedItem(string Mark, string Kind, string Title, string Path, string? State, bool ReviewOverdue);
