using Portal.Kernel.Data;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Index;
using Portal.Tests.Search;

namespace Portal.Tests.Sqlite;

public sealed class SqliteSearchIndexTests : SearchIndexContract
{
    private readonly SqliteSearch _sqlite = new();

    protected override IDatabase Database => _sqlite.Database;

    protected override ISearchIndex Index => _sqlite.Index;

    public override ValueTask DisposeAsync() => _sqlite.DisposeAsync();
}

public sealed class SqliteSearchHelpTests : SearchHelpContract
{
    private readonly SqliteSearch _sqlite = new();

    protected override IDatabase Database => _sqlite.Database;

    protected override ISearchIndex Index => _sqlite.Index;

    public override ValueTask DisposeAsync() => _sqlite.DisposeAsync();
}

public sealed class SqliteSearchFacetTests : SearchFacetContract
{
    private readonly SqliteSearch _sqlite = new();

    protected override IDatabase Database => _sqlite.Database;

    protected override ISearchIndex Index => _sqlite.Index;

    public override ValueTask DisposeAsync() => _sqlite.DisposeAsync();
}

public sealed class SqliteHostileQueryTests : HostileQueryContract
{
    private readonly SqliteSearch _sqlite = new();

    protected override IDatabase Database => _sqlite.Database;

    protected override ISearchIndex Index => _sqlite.Index;

    public override ValueTask DisposeAsync() => _sqlite.DisposeAsync();
}

public sealed class SqliteSearchQueryTests : SearchQueryContract
{
    private readonly SqliteSearch _sqlite = new();

    protected override IDatabase Database => _sqlite.Database;

    protected override ISearchIndex Index => _sqlite.Index;

    public override ValueTask DisposeAsync() => _sqlite.DisposeAsync();
}

public sealed class SqliteSearchSegmentsTests : SearchSegmentsContract
{
    private readonly SqliteSearch _sqlite = new();

    protected override IDatabase Database => _sqlite.Database;

    protected override ISearchIndex Index => _sqlite.Index;

    public override ValueTask DisposeAsync() => _sqlite.DisposeAsync();
}

public sealed class SqliteSearchRankingTests : SearchRankingContract
{
    private readonly SqliteSearch _sqlite = new();

    protected override IDatabase Database => _sqlite.Database;

    protected override ISearchIndex Index => _sqlite.Index;

    public override ValueTask DisposeAsync() => _sqlite.DisposeAsync();
}

internal sealed class SqliteSearch : IAsyncDisposable
{
    private readonly TemporaryDatabase _temporary = new();

    public SqliteSearch()
    {
        Database = _temporary.Open();
        Index = new SearchIndex(Database, new SearchOptions());
    }

    public IDatabase Database { get; }

    public ISearchIndex Index { get; }

    public ValueTask DisposeAsync()
    {
        _temporary.Dispose();
        return default;
    }
}
