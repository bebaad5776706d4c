namespace Portal.Kernel.Content.Parts;

/// <summary>Why an item was saved: the comment goes into the audit event of the save, stays with that version, and is shown to no reader.</summary>
public sealed class AuditTrailPart
{
    public string? Comment { get; set; }

    public bool ShowComment { get; set; }
}
