using System.Runtime.InteropServices;
using System.Text;

namespace Portal.Kernel.Import.Files;

/// <summary>What truly stands at a path: where it leads when it goes over symbolic links, and whether it is a file with bytes in it.</summary>
internal static class RealFile
{
    private const int MaxLinks = 40;
    private const int CurrentFolder = -100;
    private const uint TypeOnly = 1;
    private const int StatBytes = 256;
    private const int ModeAt = 28;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>The path without any symbolic link in it; null when links lead round in a circle.</summary>
    public static string? PathOf(string path)
    {
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>(Segments(full[root.Length..]));
        var real = root;
        for (var links = 0; ahead.TryPop(out var segment);)
        {
            if (segment == "..")
            {
                real = Path.GetDirectoryName(real) ?? root;
                continue;
            }

            var next = Path.Combine(real, segment);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
            foreach (var part in Segments(target[(Path.GetPathRoot(target) ?? "").Length..]))
            {
                ahead.Push(part);
            }
        }

        return real;
    }

    /// <summary>Whether what stands there is a file of bytes, not a pipe, a socket or a device. It is not opened for this: opening a pipe waits for its writer.</summary>
    public static bool IsRegular(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        // The one call for this whose layout is the same on every Linux: https://man7.org/linux/man-pages/man2/statx.2.html
        var stat = new byte[StatBytes];
        return statx(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, TypeOnly, stat) != 0 || (BitConverter.ToUInt16(stat, ModeAt) & TypeMask) == Regular;
    }

    // The last first, as a stack takes them.
    private static IEnumerable<string> Segments(string path)
        => path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != ".").Reverse();

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] stat);
}
