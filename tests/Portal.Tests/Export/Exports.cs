using Portal.Kernel.Export;
using Portal.Kernel.Export.Folder;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Export;

/// <summary>Exports a site, and compares what comes out.</summary>
internal static class Exports
{
    public static Task<ExportReport> ExportAsync(this ImportSite site, string folder, ExportOptions? options = null)
        => site.Get<FolderExport>().RunAsync(folder, options ?? ExportOptions.Everything, TestContext.Current.CancellationToken);

    /// <summary>The files of a folder by their paths; what an import passes over is left out.</summary>
    public static SortedDictionary<string, string> Read(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "README.md")
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>Names the first file that differs, with both texts.</summary>
    public static void AssertSame(string expected, string actual)
    {
        var (one, other) = (Read(expected), Read(actual));
        Assert.Equal(one.Keys, other.Keys);
        foreach (var (file, text) in one)
        {
            Assert.Equal($"{file}\n{text}", $"{file}\n{other[file]}");
        }
    }
}
