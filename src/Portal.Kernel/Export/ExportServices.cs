using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Export.Folder;
using Portal.Kernel.Export.Package;

namespace Portal.Kernel.Export;

public static class ExportServices
{
    public static IServiceCollection AddExport(this IServiceCollection services) => services.AddSingleton<FolderExport>().AddSingleton<PackageExport>();
}
