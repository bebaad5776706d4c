using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Portal.Modules.Shared;
using Portal.Modules.TakeAway;

namespace Portal.Web.Composition;

/// <summary>How often one address may ask for what costs the most.</summary>
internal static class RateLimits
{
    private const int NetworkBytes = 8;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPerMinute(RateLimitPolicies.Search, services => services.GetRequiredService<IOptions<PortalOptions>>().Value.Search.RequestsPerMinute);
        limiter.AddPerMinute(RateLimitPolicies.TakeAway, services => services.GetRequiredService<IOptions<TakeAwayOptions>>().Value.PdfsPerMinute);
    });

    /// <summary>Whom an address stands for: of IPv6 the network, of which whoever has one address has all.</summary>
    public static string Asker(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };

    private static void AddPerMinute(this RateLimiterOptions limiter, string policy, Func<IServiceProvider, int> read) => limiter.AddPolicy(policy, context =>
    {
        var perMinute = read(context.RequestServices);
        return RateLimitPartition.GetTokenBucketLimiter(Asker(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Minute / perMinute,
            QueueLimit = 0,
        });
    });
}
