using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Kernel.Data;

namespace Portal.PostgreSql;

public static class PostgresServices
{
    /// <summary>The database and the search index on the PostgreSQL server that <paramref name="connectionString"/> leads to. Nothing is connected to yet.</summary>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static IServiceCollection AddPostgres(this IServiceCollection services, string connectionString)
    {
        if (string.IsNullOrEmpty(new Npgsql.NpgsqlConnectionStringBuilder(connectionString).Host))
        {
            throw new ArgumentException("It names no Host.", nameof(connectionString));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new PostgresOptions { ConnectionString = connectionString });
        services.AddSingleton<IDatabase, PostgresDatabase>();
        return services;
    }
}
