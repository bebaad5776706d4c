using Portal.Tests.Search;

namespace Portal.Tests.Sqlite;

public sealed class SqliteSearchIndexTests() : SearchIndexContract(new SqlitePlace());

public sealed class SqliteSearchHelpTests() : SearchHelpContract(new SqlitePlace());

public sealed class SqliteSearchCorrectionTests() : SearchCorrectionContract(new SqlitePlace());

public sealed class SqliteSearchFormTests() : SearchFormContract(new SqlitePlace());

public sealed class SqliteSearchFacetTests() : SearchFacetContract(new SqlitePlace());

public sealed class SqliteHostileQueryTests() : HostileQueryContract(new SqlitePlace());

public sealed class SqliteSearchQueryTests() : SearchQueryContract(new SqlitePlace());

public sealed class SqliteSearchSegmentsTests() : SearchSegmentsContract(new SqlitePlace());

public sealed class SqliteSearchRankingTests() : SearchRankingContract(new SqlitePlace());

public sealed class SqliteSearchLogTests() : SearchLogContract(new SqlitePlace());

internal sealed class SqlitePlace : SearchPlace
{
    private readonly TemporaryDatabase _temporary = new();

    public override Task OpenAsync()
    {
        Database = _temporary.Open();
        return Task.CompletedTask;
    }

    public override void Dispose() => _temporary.Dispose();
}
