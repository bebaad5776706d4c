using Portal.Kernel.Import.Files;

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
        var folder = RealFile.PathOf(Folder) ?? Folder;
        if (beside.Contains('\0', StringComparison.Ordinal) || !Within(folder, Path.GetFullPath(Path.Combine(folder, beside))))
        {
            throw Outside(beside);
        }

        // Below a link the file could lie anywhere: what counts is where it really is.
        var file = RealFile.PathOf(Path.Combine(folder, beside)) ?? throw new RecipeException($"The file '{beside}' is a link that leads to itself.");
        return !Within(folder, file) ? throw Outside(beside)
            : File.Exists(file) ? Opened(file, $"The file '{beside}' cannot be read")
            : throw new RecipeException($"There is no file '{beside}' beside the recipe.");
    }

    public override IEnumerable<RecipeSource> Callable(string name)
        => ByName(Directory.EnumerateFiles(Folder, "*" + Extension), name).Select(file => new FileSource(file));

    private static bool Within(string folder, string file) => file.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static RecipeException Outside(string beside) => new($"The file '{beside}' lies outside of the recipe's folder.");

    private static FileStream Opened(string path, string problem)
    {
        try
        {
            // Opening a pipe would wait for whoever writes to it.
            return File.Exists(path) && !RealFile.IsRegular(path)
                ? throw new RecipeException($"{problem}: it is a pipe, a socket or a device, not a file.")
                : File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException($"{problem}: {e.Message}");
        }
    }
}
