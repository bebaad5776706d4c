namespace Portal.Modules.Shared;

/// <summary>Names of output-cache policies; the host says what each means.</summary>
public static class CachePolicies
{
    /// <summary>A page of published content, the same for every reader without an account.</summary>
    public const string Public = "Public";
}
