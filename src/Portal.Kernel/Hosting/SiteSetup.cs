using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content.Indexing;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes;
using Portal.Kernel.Search;

namespace Portal.Kernel.Hosting;

/// <summary>
/// Sets an empty site up from a recipe. The recipe, what it imports and the note that set-up is done are one transaction: killed at any moment, the
/// site is empty or whole, and the next start sees which.
/// </summary>
public sealed class SiteSetup(
    IDatabase database, RecipeRunner recipes, SiteSettingsStore settings, DocumentStore documents, ISearchIndex index, SearchRebuild rebuild, ChangeFeed feed, AuditLog audit, TimeProvider time)
{
    /// <summary>Brings the database up to date and, on an empty site, runs the recipe.</summary>
    /// <param name="recipe">The set-up recipe's file.</param>
    /// <param name="progress">Hears how far it is, in words.</param>
    /// <param name="cancellationToken">Ends the work; the site is then as before.</param>
    public async Task<SetupResult> RunAsync(string recipe, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var migrations = await database.MigrateAsync(cancellationToken);
        if (await IsDoneAsync(cancellationToken))
        {
            await RebuildSearchAsync(progress, cancellationToken);
            return new SetupResult(false, migrations, [], []);
        }

        await using var session = await database.WriteAsync(cancellationToken);
        if ((await settings.ReadAsync(session, cancellationToken)).SetupUtc is not null)
        {
            // Another process was faster.
            return new SetupResult(false, migrations, [], []);
        }

        var report = await recipes.RunAsync(session, recipe, new RecipeOptions(Actor.System), progress, cancellationToken);
        if (!report.Succeeded)
        {
            return new SetupResult(false, migrations, [], [.. report.Errors.Select(error => error.ToString())]);
        }

        var site = await documents.GetAsync(session, SiteSettingsStore.Kind, SiteSettingsStore.Name, cancellationToken) ?? new JsonObject();
        site["SetupUtc"] = UtcText.Write(time.GetUtcNow().UtcDateTime);
        await documents.PutAsync(session, SiteSettingsStore.Kind, SiteSettingsStore.Name, site, cancellationToken);
        await audit.RecordAsync(session, new AuditEvent { Name = "SetUp", Actor = Actor.System }, cancellationToken);
        feed.Add(session, [ChangeFeed.Settings]);
        await session.CommitAsync(cancellationToken);
        return new SetupResult(true, migrations, [.. report.Steps.Select(step => step.ToString())], []);
    }

    // A migration that changes the tables of the search index leaves them empty, and a program may take other words from texts than the one before it.
    private async Task RebuildSearchAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (await index.IsStaleAsync(cancellationToken))
        {
            progress?.Report("Making the search index anew");
            await rebuild.RunAsync(null, cancellationToken);
        }
    }

    // Past the settings that are kept in memory: another process may set the site up while this one waits, and nothing would tell them.
    private async Task<bool> IsDoneAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return (await settings.ReadAsync(session, cancellationToken)).SetupUtc is not null;
    }
}

/// <param name="WasSetUp">Whether the site was empty and is set up now.</param>
/// <param name="Migrations">Names of the migrations that were applied.</param>
/// <param name="Steps">What each step of the recipe did, a line each.</param>
/// <param name="Errors">Why the site was not set up, a line each.</param>
public sealed record SetupResult(bool WasSetUp, IReadOnlyList<string> Migrations, IReadOnlyList<string> Steps, IReadOnlyList<string> Errors);
