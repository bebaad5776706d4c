using System.Collections.Frozen;

namespace Portal.Kernel.Media;

/// <summary>The kinds of file that are kept, by extension, and what a browser is told of each.</summary>
public static class MediaTypes
{
    private static readonly FrozenDictionary<string, MediaType> Types = new Dictionary<string, MediaType>(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = new("image/jpeg", true),
        [".jpeg"] = new("image/jpeg", true),
        [".png"] = new("image/png", true),
        [".gif"] = new("image/gif", true),
        [".webp"] = new("image/webp", true),
        [".avif"] = new("image/avif", true),
        // It may hold script: shown within a page as a picture, where none runs, and never opened by itself.
        [".svg"] = new("image/svg+xml", false),
        [".pdf"] = new("application/pdf", true),
        [".docx"] = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false),
        [".xlsx"] = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
        [".pptx"] = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", false),
        [".odt"] = new("application/vnd.oasis.opendocument.text", false),
        [".ods"] = new("application/vnd.oasis.opendocument.spreadsheet", false),
        [".odp"] = new("application/vnd.oasis.opendocument.presentation", false),
        [".txt"] = new("text/plain; charset=utf-8", true),
        [".csv"] = new("text/csv; charset=utf-8", false),
        [".md"] = new("text/markdown; charset=utf-8", false),
        [".zip"] = new("application/zip", false),
        [".mp3"] = new("audio/mpeg", true),
        [".ogg"] = new("audio/ogg", true),
        [".mp4"] = new("video/mp4", true),
        [".webm"] = new("video/webm", true),
        [".vtt"] = new("text/vtt; charset=utf-8", true),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The extensions, without their dots.</summary>
    public static IEnumerable<string> Extensions => Types.Keys.Select(extension => extension[1..]).Order(StringComparer.Ordinal);

    /// <summary>Null when no file with the extension of this path is kept.</summary>
    public static MediaType? Of(string path) => Types.GetValueOrDefault(Path.GetExtension(path));
}

/// <param name="ContentType">What it is served as.</param>
/// <param name="Inline">Whether a browser may show it by itself; else it is saved.</param>
public sealed record MediaType(string ContentType, bool Inline);
