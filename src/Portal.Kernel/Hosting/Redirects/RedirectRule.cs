using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Kernel.Hosting.Redirects;

/// <summary>Sends a reader on from addresses that a pattern matches, as Orchard Core's rules of the source <c>Redirect</c> do.</summary>
public sealed partial class RedirectRule
{
    /// <summary>The source of the rules that act here; others are kept as data.</summary>
    public const string Source = "Redirect";

    private const int MaxPattern = 1_000;

    private static readonly Dictionary<string, int> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Found"] = 302,
        ["MovedPermanently"] = 301,
        ["TemporaryRedirect"] = 307,
        ["PermanentRedirect"] = 308,
    };

    private readonly Regex _pattern;
    private readonly string _substitution;
    private readonly bool _dropsQuery;

    private RedirectRule(Regex pattern, string substitution, int status, bool dropsQuery)
        => (_pattern, _substitution, Status, _dropsQuery) = (pattern, substitution, status, dropsQuery);

    public int Status { get; }

    /// <summary>Reads a rule.</summary>
    /// <exception cref="FormatException">It cannot be followed; the message says why.</exception>
    public static RedirectRule Read(JsonObject json)
    {
        var pattern = Text(json, "Pattern") ?? throw new FormatException("'Pattern' is missing.");
        var substitution = Text(json, "SubstitutionPattern") ?? throw new FormatException("'SubstitutionPattern' is missing.");
        if (!substitution.StartsWith('/') && !(Uri.TryCreate(substitution, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            throw new FormatException($"'SubstitutionPattern' is '{substitution}': it must begin with / or be a whole address.");
        }

        if (!Types.TryGetValue(Text(json, "RedirectType") ?? "Found", out var status))
        {
            throw new FormatException($"'RedirectType' is one of {string.Join(", ", Types.Keys)}.");
        }

        return (Text(json, "QueryStringPolicy") ?? "Append").ToUpperInvariant() switch
        {
            "APPEND" => new RedirectRule(Compiled(pattern, Flag(json)), substitution, status, dropsQuery: false),
            "DROP" => new RedirectRule(Compiled(pattern, Flag(json)), substitution, status, dropsQuery: true),
            _ => throw new FormatException("'QueryStringPolicy' is Append or Drop."),
        };
    }

    /// <summary>Where a request is sent on to; null when the rule does not match, or would send it where it is.</summary>
    /// <param name="path">The path, decoded, with its leading slash.</param>
    /// <param name="query">The query with its question mark, or empty.</param>
    public string? Target(string path, string query)
    {
        if (_pattern.Match(path) is not { Success: true } match)
        {
            return null;
        }

        var target = Group().Replace(_substitution, group => Encoded(match.Groups[group.ValueSpan[1] - '0'].Value));
        if (target.StartsWith('/'))
        {
            // What begins with two slashes is another site.
            target = "/" + target.TrimStart('/', '\\');
        }

        if (target.Split('?', '#')[0] == Encoded(path))
        {
            return null;
        }

        return _dropsQuery || query.Length <= 1 ? target : target + (target.Contains('?', StringComparison.Ordinal) ? "&" + query[1..] : query);
    }

    private static string Encoded(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    // A pattern comes from elsewhere: without backtracking none takes longer than its text is long.
    private static Regex Compiled(string pattern, bool ignoresCase)
    {
        try
        {
            var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None);
            return pattern.Length <= MaxPattern ? new Regex(pattern, options, TimeSpan.FromMilliseconds(100)) : throw new FormatException("'Pattern' is too long.");
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"'Pattern' is not a regular expression: {e.Message}", e);
        }
        catch (NotSupportedException e)
        {
            throw new FormatException("'Pattern' looks ahead, behind or back, which is not followed here.", e);
        }
    }

    private static bool Flag(JsonObject json) => json["IsCaseInsensitive"]?.ToString() is { } text && bool.TryParse(text, out var flag) && flag;

    private static string? Text(JsonObject json, string key) => json[key] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw new FormatException($"'{key}' must be a text."),
    };

    [GeneratedRegex(@"\$[0-9]")]
    private static partial Regex Group();
}
