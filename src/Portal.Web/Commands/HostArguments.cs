using System.CommandLine;

namespace Portal.Web.Commands;

/// <summary>Configuration on the command line, as ASP.NET Core takes it: <c>--Portal:DataPath=folder</c> or <c>--Portal:DataPath folder</c>.</summary>
internal static class HostArguments
{
    /// <summary>Lets a verb take configuration beside its own options.</summary>
    public static Command TakingConfiguration(this Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        return command;
    }

    public static string[] Configuration(this ParseResult parsed) => [.. parsed.UnmatchedTokens];

    /// <summary>Whether a token is a key with its value, or the value of the key before it.</summary>
    public static bool IsConfiguration(IReadOnlyList<string> tokens, int index)
        => IsKey(tokens[index])
            ? tokens[index].Contains('=', StringComparison.Ordinal) || index + 1 < tokens.Count
            : index > 0 && IsKey(tokens[index - 1]) && !tokens[index - 1].Contains('=', StringComparison.Ordinal);

    private static bool IsKey(string token) => token.Length > 2 && token.StartsWith("--", StringComparison.Ordinal);
}
