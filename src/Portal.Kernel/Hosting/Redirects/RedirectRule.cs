using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Kernel.Hosting.Redirects;

/// <summary>Sends a reader on from addresses that a pattern matches, as Orchard Core's rules of the source <c>Redirect</c> do.</summary>
public sealed partial class RedirectRule
{
    /// <summary>The source of the rules that act here; others are kept as data.</summary>
    public const string Source = "Redirect";

    private const int MaxPattern = 1_000;

    // In the order of their numbers, by which they may be given too.
    private static readonly string[] Types = ["Found", "MovedPermanently", "TemporaryRedirect", "PermanentRedirect"];
    private static readonly int[] Statuses = [302, 301, 307, 308];
    private static readonly string[] Policies = ["Append", "Drop"];

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
        if (substitution.Any(char.IsControl) || substitution is ['/', '/' or '\\', ..])
        {
            throw new FormatException($"'SubstitutionPattern' is '{substitution.ReplaceLineEndings(" ")}': an address on this site begins with a single slash and has no control characters.");
        }

        if (!substitution.StartsWith('/') && !(Uri.TryCreate(substitution, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            throw new FormatException($"'SubstitutionPattern' is '{substitution}': it must begin with / or be a whole address.");
        }

        var status = Statuses[OneOf(json, "RedirectType", Types)];
        return new RedirectRule(Compiled(pattern, Flag(json)), substitution, status, dropsQuery: OneOf(json, "QueryStringPolicy", Policies) == 1);
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

    // The first is what is meant when nothing is said.
    private static int OneOf(JsonObject json, string key, string[] names)
    {
        if (json[key] is not { } value)
        {
            return 0;
        }

        var given = value.ToString();
        var at = Array.FindIndex(names, name => name.Equals(given, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? at
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < names.Length ? number
            : throw new FormatException($"'{key}' is one of {string.Join(", ", names)}.");
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
