using Portal.Kernel.Data;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Guidance.Pages;

public sealed class ApproachesModel(IDatabase database, ListReader lists) : ListPage(database, lists)
{
    protected override ListKind Kind => ApproachList.Kind;
}
