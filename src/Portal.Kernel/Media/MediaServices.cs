using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Media.Reading;

namespace Portal.Kernel.Media;

public static class MediaServices
{
    /// <summary>Keeps media files in a folder.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, string folder)
        => services.AddSingleton(new MediaOptions { Folder = folder }).AddSingleton<MediaBlobs>().AddSingleton<MediaStore>()
            .AddSingleton<IFileReader, PdfReader>().AddSingleton<IFileReader, DocxReader>().AddSingleton<MediaTexts>();
}
