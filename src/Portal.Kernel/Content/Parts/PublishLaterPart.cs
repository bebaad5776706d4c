namespace Portal.Kernel.Content.Parts;

/// <summary>When a draft is to become public, in UTC.</summary>
public sealed class PublishLaterPart
{
    public DateTime? ScheduledPublishUtc { get; set; }
}
