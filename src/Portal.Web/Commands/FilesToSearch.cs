using System.Data.Common;
using Portal.Kernel.Content.Attachments;

namespace Portal.Web.Commands;

/// <summary>Reads the files that items offer, so that what a verb brought in is found when it ends; a serving site does it by itself.</summary>
internal static class FilesToSearch
{
    public static async Task ReadAsync(WebApplication app, Terminal terminal, CancellationToken cancellationToken)
    {
        var read = await RunAsync(app, cancellationToken);
        if (read.Count > 0)
        {
            terminal.Line($"{read.Count} {(read.Count == 1 ? "file" : "files")} read for the search.");
        }

        foreach (var unreadable in read.Unreadable)
        {
            terminal.Line($"Warning: not searched: {unreadable}");
        }
    }

    // What the verb did before has been committed: whatever ends the reading leaves only texts outstanding.
    private static async Task<ReadFiles> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        const string Outstanding = "The content is stored. Outstanding are texts of files that it offers, for the search: a serving site reads them, and so do its next start and the next import.";
        try
        {
            return await app.Services.GetRequiredService<AttachmentReader>().RunAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new CommandException($"Stopped. {Outstanding}");
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException or TimeoutException)
        {
            // A server's message goes on with details on lines of their own.
            throw new CommandException($"{Outstanding} They could not be read now: {exception.Message.Split('\n')[0].TrimEnd()}");
        }
    }
}
