using Microsoft.Extensions.Logging;
using Portal.Kernel.Hosting;

namespace Portal.Kernel.Content.Attachments;

/// <summary>Looks every few seconds whether a published item offers a file whose text is not searched yet.</summary>
public sealed class AttachmentWorker(AttachmentReader reader, TimeProvider time, ILogger<AttachmentWorker> logger)
    : PeriodicWorker(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), "Could not read the files that items offer; trying again in a while.", time, logger)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => reader.RunAsync(cancellationToken);
}
