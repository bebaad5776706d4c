using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Portal.Kernel.Data;
using Portal.Kernel.Export;
using Portal.Sqlite;

namespace Portal.Web.Commands;

/// <summary>The host's verbs. Exit code 0: done; 1: failed, with one clear line on standard error; 2: wrong usage.</summary>
public static class PortalCommands
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var (configuration, verb) = HostArguments.Of(args);
        var root = new RootCommand("Portal: a knowledge portal for prevention and exit work. Without a verb it serves the site.")
        {
            ServeCommand.Create(configuration),
            SetupCommand.Create(configuration),
            RecipeCommand.Create(configuration),
            ImportCommand.Create(configuration),
            ExportCommand.Create(configuration),
            ReindexCommand.Create(configuration),
            SearchesCommand.Create(configuration),
        };

        var parsed = root.Parse(verb.Length == 0 ? ["serve"] : verb);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(parsed.UnmatchedTokens.Count > 0 ? $"'{parsed.UnmatchedTokens[0]}' is not understood." : parsed.Errors[0].Message);
            await Console.Error.WriteLineAsync("Use --help to see the verbs and their options.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped; nothing was changed.");
            return Failed;
        }
        catch (Exception exception) when (Clear(exception) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return Failed;
        }
    }

    // What is a matter of configuration, files or the machine is said in a line; anything else is a bug and shows where.
    private static string? Clear(Exception exception) => exception switch
    {
        CommandException or ExportException or MigrationException or SqliteLibraryException or TimeoutException => exception.Message,
        DatabaseUnavailableException => $"{exception.Message} Is it running, and is ConnectionStrings:Portal right?",
        OptionsValidationException options => string.Join(' ', options.Failures),
        // Wrong keys of several modules.
        AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) => string.Join(' ', several.InnerExceptions.Select(Clear)),
        IOException or UnauthorizedAccessException or InvalidDataException => exception.Message,
        // What the runtime makes of a file that may not grow any further, by a limit of the user or of the file system.
        ArgumentOutOfRangeException { ParamName: "value" } tooLarge when tooLarge.Message.Contains("file length", StringComparison.Ordinal)
            => "A file cannot grow any further: File too large. The file system or a limit of the user forbids it.",
        SocketException => $"The address in 'urls' cannot be listened on: {exception.Message}",
        DbException => $"The database cannot be used: {exception.Message}",
        _ => null,
    };
}

/// <summary>A verb could not do what it was asked; the message is the line that says why.</summary>
internal sealed class CommandException(string message) : Exception(message)
{
    /// <summary>What is wrong and that nothing came of it: one mistake in one line, several in a line each.</summary>
    public static CommandException Of(IReadOnlyList<object> mistakes, string nothing) => new(string.Join(mistakes.Count == 1 ? ' ' : '\n', mistakes.Append(nothing)));
}
