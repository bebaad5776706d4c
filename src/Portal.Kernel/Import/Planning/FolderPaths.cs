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

    /// <summary>The path that the file gives, or that its place gives it; empty when neither does.</summary>
    public string Of(Outline outline) => outline.Place.Path?.Trim('/') ?? outline switch
    {
        { File.IsLoose: true } or { File: { IsIndex: true, Folder: "" } } => "",
        { File.IsIndex: true } => Join(OfFolder(Parent(outline.File.Folder)), outline.Header.Slug ?? Slugs.WithoutNumber(LastName(outline.File.Folder))),
        _ => Join(OfFolder(outline.File.Folder), outline.Header.Slug ?? Slugs.WithoutNumber(outline.File.Name)),
    };

    /// <summary>The folder whose item may contain this one.</summary>
    public static string Above(Outline outline) => outline.File.IsIndex ? Parent(outline.File.Folder) : outline.File.Folder;

    public string OfFolder(string folder)
    {
        if (!_paths.TryGetValue(folder, out var path))
        {
            _paths[folder] = path = Index(folder) is { } index ? Of(index) : Join(OfFolder(Parent(folder)), Slugs.WithoutNumber(LastName(folder)));
        }

        return path;
    }

    private static string LastName(string folder) => folder[(folder.LastIndexOf('/') + 1)..];

    private static string Parent(string folder) => folder.LastIndexOf('/') is var slash and >= 0 ? folder[..slash] : "";

    private static string Join(string path, string slug) => path.Length == 0 ? slug : path + "/" + slug;
}
