using Portal.Kernel.Data;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Training.Pages;

public sealed class ModulesModel(IDatabase database, ListReader lists) : ListPage(database, lists)
{
    protected override ListKind Kind => TrainingList.Kind;
}
