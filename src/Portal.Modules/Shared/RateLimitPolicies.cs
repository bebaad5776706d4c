namespace Portal.Modules.Shared;

/// <summary>Names of rate limits; the host says what each means.</summary>
public static class RateLimitPolicies
{
    public const string Search = "Search";
    public const string TakeAway = "TakeAway";
}
