using Portal.Kernel.Data;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Directory.Pages;

public sealed class OrganisationsModel(IDatabase database, ListReader lists) : ListPage(database, lists)
{
    protected override ListKind Kind => OrganisationList.Kind;
}
