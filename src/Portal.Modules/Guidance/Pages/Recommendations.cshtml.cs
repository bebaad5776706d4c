using Portal.Kernel.Data;
using Portal.Modules.Shared.Facets;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Guidance.Pages;

public sealed class RecommendationsModel(IDatabase database, ListReader lists, RecommendationMatrix matrix) : ListPage(database, lists)
{
    protected override ListKind Kind => RecommendationList.Kind;

    protected override async Task<ListLead?> AboveAsync(DbSession session, FilterQuery query, CancellationToken cancellationToken)
        => new("Matrix", await matrix.OfAsync(session, query, cancellationToken));
}
