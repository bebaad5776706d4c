using Microsoft.Extensions.DependencyInjection;

namespace Portal.Kernel.Import;

public static class ImportServices
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services.AddSingleton<ContentFolderImport>();
}
