using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Portal.Kernel.Hosting;

namespace Portal.Modules.TakeAway.Pdf;

/// <summary>The style sheet of the theme in use with its fonts in it: a document fetches nothing.</summary>
public sealed partial class PrintStyles(IWebHostEnvironment host, SiteSettingsStore settings)
{
    private (string Theme, string Text)? _known;

    public string Get()
    {
        var theme = settings.Known.Theme;
        if (_known is { } known && known.Theme == theme)
        {
            return known.Text;
        }

        var text = Fonts().Replace(Encoding(Bytes(theme, $"{theme.ToLowerInvariant()}.css")), match =>
            $"url(data:font/woff2;base64,{Convert.ToBase64String(Bytes(theme, match.Groups["file"].Value))})");
        _known = (theme, text);
        return text;
    }

    private static string Encoding(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    private byte[] Bytes(string theme, string name)
    {
        var path = $"_content/{theme}/{name}";
        var file = host.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"The theme has no '{path}', in which PDFs are set.", path);
        }

        using var stream = file.CreateReadStream();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    [GeneratedRegex("""url\("?(?<file>fonts/[a-z0-9-]{1,60}\.woff2)"?\)""", RegexOptions.None, 2000)]
    private static partial Regex Fonts();
}
