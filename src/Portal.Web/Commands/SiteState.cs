using Portal.Kernel.Data;
using Portal.Kernel.Hosting;

namespace Portal.Web.Commands;

/// <summary>What a verb asks of the site before it begins.</summary>
internal static class SiteState
{
    public static async Task RequireSetUpAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var database = app.Services.GetRequiredService<IDatabase>();
        await database.MigrateAsync(cancellationToken);
        await using var session = await database.ReadAsync(cancellationToken);
        var site = await app.Services.GetRequiredService<SiteSettingsStore>().ReadAsync(session, cancellationToken);
        if (site.SetupUtc is null)
        {
            throw new CommandException("The site is not set up yet: run 'setup' first, or start it once.");
        }
    }
}
