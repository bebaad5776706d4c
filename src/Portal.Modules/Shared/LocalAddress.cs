using Microsoft.AspNetCore.Http;

namespace Portal.Modules.Shared;

/// <summary>Addresses of this site as headers, feeds and links must have them.</summary>
public static class LocalAddress
{
    /// <summary>Encodes the path; a query is one already. Begins with exactly one slash: two would lead to another host.</summary>
    public static string Of(string pathAndQuery)
    {
        var query = pathAndQuery.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? pathAndQuery[at..] : "";
        var path = pathAndQuery[..^query.Length];
        return new PathString("/" + path.TrimStart('/')).ToUriComponent() + query;
    }
}
