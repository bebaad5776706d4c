using Portal.Kernel.Data;
using Portal.Tests.Search;

namespace Portal.Tests.Sqlite;

public sealed class SqliteSearchLogTests : SearchLogContract
{
    private readonly TemporaryDatabase _temporary = new();
    private IDatabase? _database;

    protected override IDatabase Database => _database ??= _temporary.Open();

    public override ValueTask DisposeAsync()
    {
        _temporary.Dispose();
        return ValueTask.CompletedTask;
    }
}
