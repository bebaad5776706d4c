using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Export.Folder;

namespace Portal.Kernel.Export;

public static class ExportServices
{
    public static IServiceCollection AddExport(this IServiceCollection services) => services.AddSingleton<FolderExport>();
}
