using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Kernel.Data;
using Portal.Kernel.Search;
using Portal.Sqlite.Search;

namespace Portal.Sqlite;

public static class SqliteServices
{
    /// <summary>The database and the search index in the SQLite file at <paramref name="path"/>.</summary>
    public static IServiceCollection AddSqlite(this IServiceCollection services, string path)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new SqliteOptions { Path = path });
        services.AddSingleton<IDatabase, SqliteDatabase>();
        services.AddSingleton<ISearchIndex, SqliteSearchIndex>();
        return services;
    }
}
