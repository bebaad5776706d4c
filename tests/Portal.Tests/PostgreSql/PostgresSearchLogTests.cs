using Portal.Kernel.Data;
using Portal.Tests.Search;

namespace Portal.Tests.PostgreSql;

public sealed class PostgresSearchLogTests : SearchLogContract
{
    private TemporaryPostgres? _temporary;
    private IDatabase? _database;

    protected override IDatabase Database => _database ??= _temporary!.Open();

    public override async ValueTask InitializeAsync()
    {
        _temporary = await TemporaryPostgres.MakeAsync();
        await base.InitializeAsync();
    }

    public override ValueTask DisposeAsync()
    {
        _temporary?.Dispose();
        return ValueTask.CompletedTask;
    }
}
