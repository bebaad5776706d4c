using Portal.Kernel.Data;
using Portal.Kernel.Search;
using Portal.Kernel.Search.Index;
using Portal.Tests.Search;

namespace Portal.Tests.PostgreSql;

public sealed class PostgresSearchIndexTests : SearchIndexContract
{
    private readonly PostgresSearch _postgres = new();

    protected override IDatabase Database => _postgres.Database;

    protected override ISearchIndex Index => _postgres.Index;

    public override async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await base.InitializeAsync();
    }

    public override ValueTask DisposeAsync() => _postgres.DisposeAsync();
}

public sealed class PostgresSearchHelpTests : SearchHelpContract
{
    private readonly PostgresSearch _postgres = new();

    protected override IDatabase Database => _postgres.Database;

    protected override ISearchIndex Index => _postgres.Index;

    public override async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await base.InitializeAsync();
    }

    public override ValueTask DisposeAsync() => _postgres.DisposeAsync();
}

public sealed class PostgresSearchFacetTests : SearchFacetContract
{
    private readonly PostgresSearch _postgres = new();

    protected override IDatabase Database => _postgres.Database;

    protected override ISearchIndex Index => _postgres.Index;

    public override async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await base.InitializeAsync();
    }

    public override ValueTask DisposeAsync() => _postgres.DisposeAsync();
}

public sealed class PostgresHostileQueryTests : HostileQueryContract
{
    private readonly PostgresSearch _postgres = new();

    protected override IDatabase Database => _postgres.Database;

    protected override ISearchIndex Index => _postgres.Index;

    public override async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await base.InitializeAsync();
    }

    public override ValueTask DisposeAsync() => _postgres.DisposeAsync();
}

public sealed class PostgresSearchQueryTests : SearchQueryContract
{
    private readonly PostgresSearch _postgres = new();

    protected override IDatabase Database => _postgres.Database;

    protected override ISearchIndex Index => _postgres.Index;

    public override async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await base.InitializeAsync();
    }

    public override ValueTask DisposeAsync() => _postgres.DisposeAsync();
}

public sealed class PostgresSearchSegmentsTests : SearchSegmentsContract
{
    private readonly PostgresSearch _postgres = new();

    protected override IDatabase Database => _postgres.Database;

    protected override ISearchIndex Index => _postgres.Index;

    public override async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await base.InitializeAsync();
    }

    public override ValueTask DisposeAsync() => _postgres.DisposeAsync();
}

public sealed class PostgresSearchRankingTests : SearchRankingContract
{
    private readonly PostgresSearch _postgres = new();

    protected override IDatabase Database => _postgres.Database;

    protected override ISearchIndex Index => _postgres.Index;

    public override async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await base.InitializeAsync();
    }

    public override ValueTask DisposeAsync() => _postgres.DisposeAsync();
}

internal sealed class PostgresSearch : IAsyncDisposable
{
    private TemporaryPostgres? _temporary;

    public IDatabase Database { get; private set; } = null!;

    public ISearchIndex Index { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _temporary = await TemporaryPostgres.MakeAsync();
        Database = _temporary.Open();
        Index = new SearchIndex(Database, new SearchOptions());
    }

    public ValueTask DisposeAsync()
    {
        _temporary?.Dispose();
        return default;
    }
}
