using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Kernel.Data;

namespace Portal.Sqlite;

public static class SqliteServices
{
    /// <summary>The database in the SQLite file at <paramref name="path"/>.</summary>
    public static IServiceCollection AddSqlite(this IServiceCollection services, string path)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new SqliteOptions { Path = path });
        services.AddSingleton<IDatabase, SqliteDatabase>();
        return services;
    }
}
