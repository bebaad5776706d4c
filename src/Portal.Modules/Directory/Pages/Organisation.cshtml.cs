using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Items;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Directory.Pages;

public sealed class OrganisationModel(IDatabase database, ContentRouter router, ItemReader reader, PlainArticles articles) : KindPage(database, router, reader, articles)
{
    protected override ListKind Kind => OrganisationList.Kind;
}
