using System.CommandLine;

namespace Portal.Web.Commands;

/// <summary>
/// What is given on the command line: configuration, as ASP.NET Core takes it (<c>--Portal:DataPath=folder</c> or <c>--Portal:DataPath folder</c>), and
/// the verb with what is its own. They are parted first, so that a value is not taken for a verb's argument, nor a misspelt option for configuration.
/// </summary>
internal sealed record HostArguments(string[] Configuration, string[] Verb)
{
    private const string Prefix = "--";

    // Keys without a section that ASP.NET Core itself goes by.
    private static readonly string[] HostKeys = ["urls", "http_ports", "https_ports", "environment", "AllowedHosts"];

    public static HostArguments Of(IReadOnlyList<string> args)
    {
        var configuration = new List<string>();
        var verb = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var hasValue = args[i].Contains('=', StringComparison.Ordinal);
            if (!IsKey(args[i]))
            {
                verb.Add(args[i]);
            }
            else if (hasValue || i + 1 == args.Count || args[i + 1].StartsWith(Prefix, StringComparison.Ordinal))
            {
                (hasValue ? configuration : verb).Add(args[i]);
            }
            else
            {
                configuration.Add($"{args[i]}={args[++i]}");
            }
        }

        return new HostArguments([.. configuration], [.. verb]);
    }

    /// <summary>A verb's file or folder. What looks like an option is none: it would be one that is misspelt.</summary>
    public static Argument<string> Path(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] option }])
            {
                result.AddError($"'{option}' is not understood.");
            }
        });
        return argument;
    }

    private static bool IsKey(string token)
        => token.StartsWith(Prefix, StringComparison.Ordinal)
            && token[Prefix.Length..].Split('=')[0] is var key
            && (key.Contains(':', StringComparison.Ordinal) || HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase));
}
