using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Site;

/// <summary>Ready when the database answers and the site is set up.</summary>
internal sealed class SetUpCheck(IDatabase database, SiteSettingsStore settings) : IHealthCheck
{
    private const string Ready = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var session = await database.ReadAsync(cancellationToken);
            var site = await settings.ReadAsync(session, cancellationToken);
            return site.SetupUtc is null ? HealthCheckResult.Unhealthy("The site is not set up.") : HealthCheckResult.Healthy();
        }
        catch (DbException exception) when (exception.IsTransient)
        {
            // Foreseen, and asked every few seconds: without the exception it is a line of the log and not a screen.
            return HealthCheckResult.Unhealthy(exception.Message);
        }
    }

    public static void Add(IServiceCollection services) => services.AddHealthChecks().AddCheck<SetUpCheck>("set-up", tags: [Ready]);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false }).ExcludeFromDescription();
        endpoints.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready) }).ExcludeFromDescription();
    }
}
