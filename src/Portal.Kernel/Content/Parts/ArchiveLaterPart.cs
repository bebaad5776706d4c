namespace Portal.Kernel.Content.Parts;

/// <summary>When the public edition is to be withdrawn, in UTC.</summary>
public sealed class ArchiveLaterPart
{
    public DateTime? ScheduledArchiveUtc { get; set; }
}
