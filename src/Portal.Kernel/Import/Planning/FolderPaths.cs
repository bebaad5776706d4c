namespace Portal.Kernel.Import.Planning;

/// <summary>The path of every folder and item: names without their numbers, a <c>slug</c> in place of the last.</summary>
internal sealed class FolderPaths
{
    private readonly Dictionary<string, Outline> _indexes;
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal) { [""] = "" };

    public FolderPaths(IEnumerable<Outline> outlines)
        => _indexes = outlines.Where(outline => outline.File.IsIndex).ToDictionary(outline => outline.File.Folder, StringComparer.Ordinal);

    /// <summary>The item that a folder stands for, its <c>index.md</c>.</summary>
    public Outline? Index(string folder) => _indexes.GetValueOrDefault(folder);

    public string Of(Outline outline) => outline.File.IsIndex
        ? OfFolder(outline.File.Folder)
        : Join(OfFolder(outline.File.Folder), outline.Header.Slug ?? Slugs.WithoutNumber(outline.File.Name));

    /// <summary>The folder whose item may contain this one.</summary>
    public static string Above(Outline outline) => outline.File.IsIndex ? Parent(outline.File.Folder) : outline.File.Folder;

    public string OfFolder(string folder)
    {
        if (!_paths.TryGetValue(folder, out var path))
        {
            var name = folder[(folder.LastIndexOf('/') + 1)..];
            _paths[folder] = path = Join(OfFolder(Parent(folder)), Index(folder)?.Header.Slug ?? Slugs.WithoutNumber(name));
        }

        return path;
    }

    private static string Parent(string folder) => folder.LastIndexOf('/') is var slash and >= 0 ? folder[..slash] : "";

    private static string Join(string path, string slug) => path.Length == 0 ? slug : path + "/" + slug;
}
