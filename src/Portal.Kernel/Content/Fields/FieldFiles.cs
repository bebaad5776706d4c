using System.Text.Json.Nodes;
using Portal.Kernel.Data;
using Portal.Kernel.Media;

namespace Portal.Kernel.Content.Fields;

/// <summary>What a media field names: paths below the site's media, each with the words that stand for it.</summary>
public static class FieldFiles
{
    private const int MaxLength = 255;

    /// <summary>The files of a field, in order; those whose path is none are passed over.</summary>
    public static IEnumerable<FieldFile> Of(JsonObject? field)
    {
        var texts = field?["MediaTexts"] as JsonArray;
        return field?["Paths"] is not JsonArray paths
            ? []
            : from entry in paths.Select((path, index) => (Path: path.TextOrNull(), Words: index < texts?.Count ? texts[index].TextOrNull() : null))
              where entry.Path is not null && Problem(entry.Path) is null
              select new FieldFile(entry.Path, entry.Words ?? "");
    }

    /// <summary>What is wrong with a path, in a sentence; null when nothing is.</summary>
    public static string? Problem(string path)
        => path.Length > MaxLength ? $"'{path[..40]}...' has {path.Length} characters; a path has at most {MaxLength}."
            : path.Split('/').Any(part => part is "" or "." or "..") || path.Any(c => char.IsControl(c) || c == '\\')
                ? $"'{path}' is not a path of the site's media; write it as pictures/meeting.jpg, without a slash before it."
                : null;

    internal static bool IsPicture(string path) => MediaTypes.Of(path) is { Inline: true } type && type.ContentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <param name="Path">Below the site's media.</param>
/// <param name="Words">What a reader is told of it who does not see it; may be empty.</param>
public sealed record FieldFile(string Path, string Words)
{
    /// <summary>Its address on this site.</summary>
    public string Url => "/media/" + string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Whether a page shows it as a picture; other files are linked to.</summary>
    public bool IsPicture => FieldFiles.IsPicture(Path);

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
