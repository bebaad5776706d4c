namespace Portal.Kernel.Content.Parts;

/// <summary>By when the owner must have looked at the item again; ours, Orchard Core has no such part.</summary>
public sealed class ReviewPart
{
    public DateOnly? ReviewBy { get; set; }
}
