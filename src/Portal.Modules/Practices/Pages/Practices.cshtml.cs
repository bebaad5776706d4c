using Portal.Kernel.Data;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Practices.Pages;

public sealed class PracticesModel(IDatabase database, ListReader lists) : ListPage(database, lists)
{
    protected override ListKind Kind => PracticeList.Kind;
}
