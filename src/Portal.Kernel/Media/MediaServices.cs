using Microsoft.Extensions.DependencyInjection;

namespace Portal.Kernel.Media;

public static class MediaServices
{
    /// <summary>Keeps media files in a folder.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, string folder)
        => services.AddSingleton(new MediaOptions { Folder = folder }).AddSingleton<MediaBlobs>().AddSingleton<MediaStore>();
}
