using System.Buffers;
using System.Text;

namespace Portal.Kernel.Media;

/// <summary>
/// What a media file may be called: a path such as <c>plans/exit.pdf</c>. It must stay within its folder, and be a name that every file system takes,
/// since an export writes it to one.
/// </summary>
public static class MediaPath
{
    public const int MaxLength = 255;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\<>:\"|?*#%");

    /// <summary>What is wrong with the path, in a sentence; null when nothing is.</summary>
    public static string? Problem(string path)
    {
        if (path.Length is 0 or > MaxLength)
        {
            return path.Length == 0 ? "The path of a media file is missing." : $"The path has {path.Length} characters; {MaxLength} are allowed.";
        }

        if (Array.Find(path.Split('/'), segment => !IsName(segment)) is { } wrong)
        {
            return wrong.Length == 0
                ? $"'{path}' is not the path of a media file: it stands below the media folder, with single slashes between its names."
                : $"'{wrong}' is not a name for a media file: leave out control characters and \\ < > : \" | ? * # %, and begin or end it with no dot or space.";
        }

        if (Array.Find(path.Split('/')[..^1], folder => MediaTypes.Of(folder) is not null) is { } file)
        {
            return $"'{file}' is the name of a file: a folder cannot have it.";
        }

        return MediaTypes.Of(path) is null
            ? $"A file '{Path.GetExtension(path)}' is not kept; these kinds are: {string.Join(", ", MediaTypes.Extensions)}."
            : null;
    }

    private static bool IsName(string name)
        => name.Length > 0 && name[0] is not ('.' or ' ') && name[^1] is not ('.' or ' ')
            && name.AsSpan().IndexOfAny(Forbidden) < 0 && !name.Any(char.IsControl) && Encoding.UTF8.GetByteCount(name) <= MaxLength;
}
