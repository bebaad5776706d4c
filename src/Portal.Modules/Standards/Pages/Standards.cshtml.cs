using Portal.Kernel.Data;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Standards.Pages;

public sealed class StandardsModel(IDatabase database, ListReader lists) : ListPage(database, lists)
{
    protected override ListKind Kind => StandardList.Kind;
}
