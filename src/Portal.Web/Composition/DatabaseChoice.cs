using Microsoft.Extensions.Options;
using Portal.PostgreSql;
using Portal.Sqlite;

namespace Portal.Web.Composition;

/// <summary>Which database the site lives in: <c>Portal:Database:Provider</c>.</summary>
internal static class DatabaseChoice
{
    public const string Sqlite = "Sqlite", Postgres = "Postgres";

    private const string ConnectionString = "Portal";

    public static IServiceCollection AddDatabase(this IServiceCollection services, PortalOptions options, IConfiguration configuration)
        => options.Database.Is(Postgres) ? services.AddServer(configuration) : services.AddSqlite(Path.Combine(options.DataFolder, "portal.db"));

    private static IServiceCollection AddServer(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString(ConnectionString) is not { Length: > 0 } connectionString)
        {
            throw Wrong("is missing, and Portal:Database:Provider is 'Postgres': give it, such as 'Host=localhost;Database=portal;Username=portal;Password=...'.");
        }

        try
        {
            return services.AddPostgres(connectionString);
        }
        catch (ArgumentException e)
        {
            // Not the string itself, which may hold a password.
            throw Wrong($"cannot be read: {e.Message}");
        }
    }

    private static OptionsValidationException Wrong(string why) => new(PortalOptions.Section, typeof(PortalOptions), [$"ConnectionStrings:{ConnectionString} {why}"]);
}
