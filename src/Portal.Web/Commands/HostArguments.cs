using System.CommandLine;

namespace Portal.Web.Commands;

/// <summary>Configuration on the command line, as ASP.NET Core takes it: <c>--Portal:DataPath=folder</c> or <c>--Portal:DataPath folder</c>.</summary>
internal static class HostArguments
{
    private const string Prefix = "--";

    // Keys without a section that ASP.NET Core itself goes by.
    private static readonly string[] HostKeys = ["urls", "http_ports", "https_ports", "environment", "AllowedHosts"];

    /// <summary>Lets a verb take configuration beside its own options.</summary>
    public static Command TakingConfiguration(this Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        return command;
    }

    public static string[] Configuration(this ParseResult parsed) => [.. parsed.UnmatchedTokens];

    /// <summary>Puts keys and their values together, so that a value is not taken for a verb's argument.</summary>
    public static IReadOnlyList<string> Join(IReadOnlyList<string> args)
    {
        var joined = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var takesNext = IsKey(args[i]) && !HasValue(args[i]) && i + 1 < args.Count && !args[i + 1].StartsWith(Prefix, StringComparison.Ordinal);
            joined.Add(takesNext ? $"{args[i]}={args[++i]}" : args[i]);
        }

        return joined;
    }

    /// <summary>Whether an argument is a key of the configuration with its value.</summary>
    public static bool IsConfiguration(string token) => IsKey(token) && HasValue(token);

    private static bool HasValue(string token) => token.Contains('=', StringComparison.Ordinal);

    // A misspelt option must not pass for a key: 'import FOLDER --chek=true' would import.
    private static bool IsKey(string token)
        => token.StartsWith(Prefix, StringComparison.Ordinal)
            && token[Prefix.Length..].Split('=')[0] is var key
            && (key.Contains(':', StringComparison.Ordinal) || HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase));
}
