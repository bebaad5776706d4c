using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Countries.Maps;

/// <summary>The outlines of Europe's countries that the theme brings, read once.</summary>
public sealed class EuropeMap(IWebHostEnvironment environment, SiteSettingsStore settings)
{
    private readonly ConcurrentDictionary<string, EuropeOutlines?> _byTheme = new(StringComparer.Ordinal);

    /// <summary>Null when the theme has no map: the table beside it says the same.</summary>
    public EuropeOutlines? Outlines => _byTheme.GetOrAdd(settings.Known.Theme, Read);

    private EuropeOutlines? Read(string theme)
    {
        var file = environment.WebRootFileProvider.GetFileInfo($"_content/{theme}/europe.json");
        if (!file.Exists)
        {
            return null;
        }

        using var stream = file.CreateReadStream();
        return JsonSerializer.Deserialize<EuropeOutlines>(stream, JsonSerializerOptions.Web);
    }
}

/// <param name="Lands">By the two letters of the country.</param>
/// <param name="Others">Lands around that bear no name.</param>
public sealed record EuropeOutlines(int Width, int Height, IReadOnlyDictionary<string, EuropeLand> Lands, string Others);

/// <param name="Path">The data of an SVG path.</param>
/// <param name="Dot">Where a country too small to point at has its dot.</param>
public sealed record EuropeLand(string Path, IReadOnlyList<int>? Dot);
