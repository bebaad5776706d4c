using Portal.Kernel.Content.Attachments;

namespace Portal.Web.Commands;

/// <summary>Reads the files that items offer, so that what a verb brought in is found when it ends; a serving site does it by itself.</summary>
internal static class FilesToSearch
{
    public static async Task ReadAsync(WebApplication app, Terminal terminal, CancellationToken cancellationToken)
    {
        var read = await app.Services.GetRequiredService<AttachmentReader>().RunAsync(cancellationToken);
        if (read.Count > 0)
        {
            terminal.Line($"{read.Count} {(read.Count == 1 ? "file" : "files")} read for the search.");
        }

        foreach (var unreadable in read.Unreadable)
        {
            terminal.Line($"Warning: not searched: {unreadable}");
        }
    }
}
