using System.IO.Compression;

namespace Portal.Kernel.Recipes.Sources;

/// <summary>
/// Orchard Core's deployment package: a zip with <c>Recipe.json</c> at its root, other files at their paths. Nothing is unpacked to disk; what is read is
/// counted as it comes, whatever the package says of itself.
/// </summary>
internal sealed class PackageSource : RecipeSource
{
    public const string RecipeName = "Recipe.json";

    private const int MaxEntries = 200_000;

    private readonly string _path;
    private readonly string _entry;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private readonly bool _owns;

    public PackageSource(string path)
    {
        (_path, _entry, _owns) = (path, RecipeName, true);
        try
        {
            _zip = ZipFile.OpenRead(path);
            _entries = Entries(_zip, Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new RecipeException($"The package cannot be read: {e.Message}");
        }

        if (!_entries.ContainsKey(RecipeName))
        {
            _zip.Dispose();
            throw new RecipeException($"The package has no '{RecipeName}' at its root.");
        }
    }

    private PackageSource(PackageSource package, string entry)
        => (_path, _entry, _zip, _entries) = (package._path, entry, package._zip, package._entries);

    public override string Name => _entry == RecipeName ? $"{Path.GetFileName(_path)}/{RecipeName}" : _entry;

    public override string Key => $"{Path.GetFullPath(_path)}/{_entry}";

    public override string? Folder => null;

    public override Stream Open() => Opened(_entries[_entry]);

    public override Stream OpenBeside(string path)
        => _entries.TryGetValue(path, out var entry) ? Opened(entry) : throw new RecipeException($"There is no file '{path}' in the package.");

    public override IEnumerable<RecipeSource> Callable(string name)
        => ByName(_entries.Keys.Where(entry => !entry.Contains('/', StringComparison.Ordinal) && entry.EndsWith(FileSource.Extension, StringComparison.OrdinalIgnoreCase)), name)
            .Select(entry => new PackageSource(this, entry));

    protected override void Dispose(bool disposing)
    {
        if (_owns)
        {
            _zip.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Dictionary<string, ZipArchiveEntry> Entries(ZipArchive zip, string package)
    {
        if (zip.Entries.Count > MaxEntries)
        {
            throw new RecipeException($"The package has {zip.Entries.Count} entries; {MaxEntries} are allowed.");
        }

        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            // Nothing is written by these names, but who sends them means no good.
            if (entry.FullName.Contains('\\', StringComparison.Ordinal) || entry.FullName.Split('/').Any(segment => segment is "." or "..") || Path.IsPathRooted(entry.FullName))
            {
                throw new RecipeException($"The entry '{entry.FullName}' of {package} climbs out of the package.");
            }

            if (!entries.TryAdd(entry.FullName, entry))
            {
                throw new RecipeException($"The entry '{entry.FullName}' stands twice in {package}.");
            }
        }

        return entries;
    }

    private static BoundedStream Opened(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            throw new RecipeException($"The entry '{entry.FullName}' is encrypted; pack it without a password.");
        }

        try
        {
            return new BoundedStream(entry.Open(), entry);
        }
        catch (InvalidDataException e)
        {
            throw new RecipeException($"The entry '{entry.FullName}' cannot be unpacked: {e.Message}");
        }
    }
}
