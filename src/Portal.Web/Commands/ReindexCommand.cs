using System.CommandLine;
using System.Diagnostics;
using Portal.Kernel.Content.Attachments;
using Portal.Kernel.Content.Indexing;
using Portal.Web.Composition;

namespace Portal.Web.Commands;

/// <summary><c>reindex</c>: makes the search index anew while the site serves.</summary>
internal static class ReindexCommand
{
    public static Command Create(string[] configuration)
    {
        var command = new Command("reindex", "Rebuilds the search index, while the site serves.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = PortalHost.Build(configuration);
            await SiteState.RequireSetUpAsync(app, cancellationToken);
            var terminal = new Terminal(Console.Out);
            var clock = Stopwatch.StartNew();
            var progress = new DirectProgress<(int Done, int Total)>(at => terminal.Report("Indexed", at.Done, at.Total));
            var items = await app.Services.GetRequiredService<SearchRebuild>().RunAsync(progress, cancellationToken);
            await app.Services.GetRequiredService<AttachmentReader>().ForgetProblemsAsync(cancellationToken);
            await FilesToSearch.ReadAsync(app, terminal, cancellationToken);
            terminal.Line($"The search index holds {items} items; made in {clock.Elapsed.TotalSeconds:0.0} s.");
            return 0;
        });
        return command;
    }
}
