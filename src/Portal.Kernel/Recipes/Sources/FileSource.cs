namespace Portal.Kernel.Recipes.Sources;

/// <summary>A recipe that is a file.</summary>
internal sealed class FileSource(string path) : RecipeSource
{
    public const string Extension = ".recipe.json";

    public override string Name => Path.GetFileName(path);

    public override string Key => Path.GetFullPath(path);

    public override string Folder => Path.GetDirectoryName(Path.GetFullPath(path))!;

    public override Stream Open() => Opened(path, "The recipe cannot be read");

    public override Stream OpenBeside(string beside)
    {
        // Below a link the file could lie anywhere: what counts is where it really is.
        var folder = Real(new DirectoryInfo(Folder));
        var file = new FileInfo(Path.GetFullPath(Path.Combine(folder, beside)));
        if (!Within(folder, file.FullName) || (file.Exists && !Within(folder, Real(file))))
        {
            throw new RecipeException($"The file '{beside}' lies outside of the recipe's folder.");
        }

        return file.Exists ? Opened(file.FullName, $"The file '{beside}' cannot be read") : throw new RecipeException($"There is no file '{beside}' beside the recipe.");
    }

    public override IEnumerable<RecipeSource> Callable(string name)
        => ByName(Directory.EnumerateFiles(Folder, "*" + Extension), name).Select(file => new FileSource(file));

    private static bool Within(string folder, string file) => file.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Each folder of a path may be a link.
    private static string Real(FileSystemInfo entry)
    {
        var above = entry is FileInfo file ? file.Directory : ((DirectoryInfo)entry).Parent;
        var target = entry.ResolveLinkTarget(returnFinalTarget: true);
        return target is not null ? Real(target) : above is null ? entry.FullName : Path.Combine(Real(above), entry.Name);
    }

    private static FileStream Opened(string path, string problem)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException($"{problem}: {e.Message}");
        }
    }
}
