namespace Portal.Kernel.Import.Files;

/// <summary>Lists the files of a content folder, by kind, and says which have no place in it.</summary>
internal sealed class FolderReader(ImportErrors errors)
{
    private const string Media = "media";
    private const string Taxonomies = "taxonomies";

    private readonly List<SourceFile> _items = [];
    private readonly List<SourceFile> _taxonomies = [];
    private readonly List<SourceFile> _media = [];
    private string _root = "";

    /// <summary>Files of items, <c>.md</c>.</summary>
    public IReadOnlyList<SourceFile> Items => _items;

    /// <summary>Files of taxonomies, <c>taxonomies/*.yml</c>.</summary>
    public IReadOnlyList<SourceFile> TaxonomyFiles => _taxonomies;

    /// <summary>Pictures and documents, <c>media/**</c>.</summary>
    public IReadOnlyList<SourceFile> MediaFiles => _media;

    /// <summary>Whether the folder has the file of an address such as <c>media/plan.pdf</c>; links out of it are not followed.</summary>
    public bool HasMedia(string path)
        => path.StartsWith(Media + "/", StringComparison.Ordinal) && Array.TrueForAll(path.Split('/'), segment => segment is not ("" or "." or ".."))
            && !path.Contains('\\', StringComparison.Ordinal) && !path.Contains('\0', StringComparison.Ordinal) && File.Exists(_root + path) && IsWithin(_root + path) && RealFile.IsRegular(_root + path);

    public void Read(string folder)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
        {
            errors.Add(new ImportError("", null, null, $"There is no folder '{folder}'."));
            return;
        }

        root = new DirectoryInfo(RealFile.PathOf(root.FullName) ?? root.FullName);
        _root = root.FullName.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        Walk(root, "");
    }

    private void Walk(DirectoryInfo folder, string path)
    {
        foreach (var entry in Entries(folder, path))
        {
            var name = path + entry.Name;
            if (entry.Name.StartsWith('.') || !MayBeRead(entry, name))
            {
                continue;
            }

            if (entry is not DirectoryInfo inner)
            {
                Sort(new SourceFile(name, entry.FullName));
            }
            else
            {
                Walk(inner, name + "/");
            }
        }
    }

    private IReadOnlyList<FileSystemInfo> Entries(DirectoryInfo folder, string path)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.For(path.TrimEnd('/')).Add(null, null, $"The folder cannot be read: {e.Message}");
            return [];
        }
    }

    // A link could lead anywhere on the machine, and one to a folder could lead round in a circle.
    private bool MayBeRead(FileSystemInfo entry, string name)
    {
        var problem = entry.LinkTarget is not null && !(File.Exists(entry.FullName) && IsWithin(entry.FullName))
            ? "A symbolic link must lead to a file within the folder; this one is not read."
            : entry is FileInfo && !RealFile.IsRegular(entry.FullName) ? "This is a pipe, a socket or a device; only files are read."
            : null;
        if (problem is not null)
        {
            errors.For(name).Add(null, null, problem);
        }

        return problem is null;
    }

    // Whatever links it goes over on its way: a link to a folder outside may stand behind one that looks harmless.
    private bool IsWithin(string path) => RealFile.PathOf(path)?.StartsWith(_root, StringComparison.Ordinal) == true;

    private void Sort(SourceFile file)
    {
        var extension = Path.GetExtension(file.Path);
        if (file.Path.StartsWith(Media + "/", StringComparison.Ordinal))
        {
            _media.Add(file);
        }
        else if (extension == ".md")
        {
            if (file.Name != "README")
            {
                _items.Add(file);
            }
        }
        else if (extension == ".yml" && file.Folder == Taxonomies)
        {
            _taxonomies.Add(file);
        }
        else
        {
            errors.For(file.Path).Add(
                null, null, $"A file of this kind has no place here: items are .md files, taxonomies {Taxonomies}/*.yml, all else belongs into {Media}/.");
        }
    }
}
