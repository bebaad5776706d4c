using Portal.Tests.Search;

namespace Portal.Tests.PostgreSql;

public sealed class PostgresSearchIndexTests() : SearchIndexContract(new PostgresPlace());

public sealed class PostgresSearchHelpTests() : SearchHelpContract(new PostgresPlace());

public sealed class PostgresSearchCorrectionTests() : SearchCorrectionContract(new PostgresPlace());

public sealed class PostgresSearchFormTests() : SearchFormContract(new PostgresPlace());

public sealed class PostgresSearchFacetTests() : SearchFacetContract(new PostgresPlace());

public sealed class PostgresHostileQueryTests() : HostileQueryContract(new PostgresPlace());

public sealed class PostgresSearchQueryTests() : SearchQueryContract(new PostgresPlace());

public sealed class PostgresSearchSegmentsTests() : SearchSegmentsContract(new PostgresPlace());

public sealed class PostgresSearchRankingTests() : SearchRankingContract(new PostgresPlace());

public sealed class PostgresSearchLogTests() : SearchLogContract(new PostgresPlace());

internal sealed class PostgresPlace : SearchPlace
{
    private TemporaryPostgres? _temporary;

    public override async Task OpenAsync()
    {
        _temporary = await TemporaryPostgres.MakeAsync();
        Database = _temporary.Open();
    }

    public override void Dispose() => _temporary?.Dispose();
}
