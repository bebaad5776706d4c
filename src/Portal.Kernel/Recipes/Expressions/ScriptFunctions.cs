using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using Portal.Kernel.Content;
using Portal.Kernel.Recipes.Sources;

namespace Portal.Kernel.Recipes.Expressions;

/// <summary>The functions that a recipe's expressions may call.</summary>
internal static class ScriptFunctions
{
    // A few kilobytes can be packed so that they unpack to gigabytes.
    private const int MaxUnpacked = 32 * 1024 * 1024;

    private static ReadOnlySpan<byte> GZipHeader => [0x1F, 0x8B];

    public static Dictionary<string, ScriptFunction> Js(Func<string, string> variable, IReadOnlyDictionary<string, string> parameters, IConfiguration configuration)
        => new(StringComparer.Ordinal)
        {
            ["uuid"] = new(0, 0, _ => Ids.New()),
            ["variables"] = new(1, 1, arguments => variable(arguments[0])),
            ["variablesAsync"] = new(1, 1, arguments => variable(arguments[0])),
            ["parameters"] = new(1, 1, arguments => parameters.GetValueOrDefault(arguments[0], "")),
            ["configuration"] = new(1, 2, arguments => configuration[arguments[0]] ?? arguments.ElementAtOrDefault(1) ?? ""),
            ["base64"] = new(1, 1, arguments => Encoding.UTF8.GetString(FromBase64(arguments[0]))),
            ["html"] = new(1, 1, arguments => WebUtility.HtmlDecode(arguments[0])),
            ["gzip"] = new(1, 1, arguments => Convert.ToBase64String(Unpack(FromBase64(arguments[0])))),
        };

    public static Dictionary<string, ScriptFunction> File(RecipeSource source) => new(StringComparer.Ordinal)
    {
        ["text"] = new(1, 1, arguments => source.TextBeside(arguments[0])),
    };

    private static byte[] FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw new RecipeException("A text given to base64 or gzip is not base64.");
        }
    }

    private static byte[] Unpack(byte[] packed)
    {
        // What is shorter than its header would be taken for nothing.
        if (!packed.AsSpan().StartsWith(GZipHeader))
        {
            throw NotPacked();
        }

        try
        {
            using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            var unpacked = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > MaxUnpacked)
                {
                    throw new RecipeException("A text given to gzip unpacks to more than 32 MB.");
                }
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            throw NotPacked();
        }
    }

    private static RecipeException NotPacked() => new("A text given to gzip is not packed by gzip.");
}
