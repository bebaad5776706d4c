using Microsoft.Extensions.Options;

namespace Portal.Web.Composition;

/// <summary>The keys under <c>Portal</c>.</summary>
internal sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>The folder of database, media and keys; relative to the host's folder.</summary>
    public string DataPath { get; set; } = "App_Data";

    public DatabaseOptions Database { get; set; } = new();

    public SetupOptions Setup { get; set; } = new();

    public SearchLimitOptions Search { get; set; } = new();

    /// <summary>Adds a <c>Server-Timing</c> header to every answer.</summary>
    public bool ServerTiming { get; set; }

    public string DataFolder => Path.GetFullPath(DataPath, HostFolder.Data);
}

internal sealed class DatabaseOptions
{
    public string Provider { get; set; } = DatabaseChoice.Sqlite;

    public bool Is(string provider) => string.Equals(Provider, provider, StringComparison.OrdinalIgnoreCase);
}

internal sealed class SetupOptions
{
    /// <summary>The set-up recipe's name: <c>recipes/{name}.recipe.json</c>.</summary>
    public string Recipe { get; set; } = "portal";
}

internal sealed class SearchLimitOptions
{
    /// <summary>Searches that one address may make in a minute; many people of one agency may share one.</summary>
    public int RequestsPerMinute { get; set; } = 600;
}

/// <summary>Says at the start which key is wrong and why.</summary>
internal sealed class PortalOptionsCheck : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataPath))
        {
            return ValidateOptionsResult.Fail("Portal:DataPath is empty: name the folder for the database, media and keys.");
        }

        if (!options.Database.Is(DatabaseChoice.Sqlite) && !options.Database.Is(DatabaseChoice.Postgres))
        {
            return ValidateOptionsResult.Fail($"Portal:Database:Provider is '{options.Database.Provider}': this version knows 'Sqlite' and 'Postgres'.");
        }

        if (options.Search.RequestsPerMinute < 1)
        {
            return ValidateOptionsResult.Fail($"Portal:Search:RequestsPerMinute is {options.Search.RequestsPerMinute}: it must be 1 or more.");
        }

        return options.Setup.Recipe.Length > 0 && options.Setup.Recipe.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Portal:Setup:Recipe is '{options.Setup.Recipe}': give a recipe's name such as 'portal'.");
    }
}
