using System.Text;

namespace Portal.Kernel.Recipes.Sources;

/// <summary>Where a recipe comes from, and what lies beside it: a file in its folder, or a package.</summary>
internal abstract class RecipeSource : IDisposable
{
    private const int MaxText = 8 * 1024 * 1024;

    /// <summary>The name that messages use.</summary>
    public abstract string Name { get; }

    /// <summary>What the source is known by, so that a recipe that calls itself is noticed.</summary>
    public abstract string Key { get; }

    /// <summary>The folder on disk that paths in the recipe are relative to; null in a package.</summary>
    public abstract string? Folder { get; }

    /// <summary>Opens the recipe from its beginning.</summary>
    /// <exception cref="RecipeException">It cannot be read.</exception>
    public abstract Stream Open();

    /// <summary>Opens a file beside the recipe.</summary>
    /// <param name="path">Its path from there, with forward slashes.</param>
    /// <exception cref="RecipeException">There is none, or it lies outside.</exception>
    public abstract Stream OpenBeside(string path);

    /// <summary>The recipes that may be called, those whose file bears the name first.</summary>
    public abstract IEnumerable<RecipeSource> Callable(string name);

    /// <exception cref="RecipeException">There is no such source.</exception>
    public static RecipeSource Of(string path)
        => Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase) ? new PackageSource(path) : new FileSource(path);

    /// <summary>The text of a file beside the recipe.</summary>
    public string TextBeside(string path)
    {
        using var stream = OpenBeside(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MaxText)
            {
                throw new RecipeException($"The file '{path}' has more than 8 MB.");
            }
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    protected static IEnumerable<string> ByName(IEnumerable<string> files, string name)
        => files.OrderBy(file => Path.GetFileName(file) != name + FileSource.Extension).ThenBy(file => file, StringComparer.Ordinal);
}
