namespace Portal.Kernel.Export.Folder;

/// <summary>
/// The folder that an export goes to. Written beside it under another name and then given its name, so that whatever ends in between leaves what was there
/// or what is new. Should even the moment between the two names be hit, the next export puts the former back first.
/// </summary>
internal sealed class ExportTarget : IDisposable
{
    private const string Readme = "README.md";

    private readonly string _target;
    private readonly string _former;
    private bool _done;

    private ExportTarget(string target)
    {
        _target = target;
        var (parent, name) = (Path.GetDirectoryName(target) ?? target, Path.GetFileName(target));
        Folder = Path.Combine(parent, $".{name}.exporting");
        _former = Path.Combine(parent, $".{name}.former");
    }

    /// <summary>Where to write.</summary>
    public string Folder { get; }

    /// <exception cref="ExportException">The folder holds something that must not be lost.</exception>
    public static ExportTarget Open(string folder, bool overwrite)
    {
        var target = new ExportTarget(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        target.Recover();
        target.Check(overwrite);
        Directory.CreateDirectory(target.Folder);
        return target;
    }

    /// <summary>Gives what was written its name.</summary>
    public void Complete()
    {
        if (Directory.Exists(_target))
        {
            KeepOthers();
            Directory.Move(_target, _former);
        }

        Directory.Move(Folder, _target);
        _done = true;
        Remove(_former);
    }

    public void Dispose()
    {
        if (!_done)
        {
            Remove(Folder);
        }
    }

    private void Recover()
    {
        if (Directory.Exists(_former) && !Directory.Exists(_target))
        {
            Directory.Move(_former, _target);
        }

        Remove(_former);
        Remove(Folder);
    }

    private void Check(bool overwrite)
    {
        if (File.Exists(_target))
        {
            throw new ExportException($"'{_target}' is a file; name a folder that is empty or does not exist.");
        }

        if (!Directory.Exists(_target) || !Directory.EnumerateFileSystemEntries(_target).Any())
        {
            return;
        }

        if (!overwrite)
        {
            throw new ExportException($"The folder '{_target}' is not empty. Name another, or use --overwrite to replace an earlier export.");
        }

        // Whoever names a wrong folder must not lose it.
        var stranger = Directory.EnumerateFileSystemEntries(_target, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }).FirstOrDefault(IsStrange);
        if (stranger is not null)
        {
            throw new ExportException($"'{stranger}' comes from no export, so that the folder '{_target}' is not replaced. Export to another folder.");
        }
    }

    private bool IsStrange(string entry)
    {
        var path = Path.GetRelativePath(_target, entry).Replace('\\', '/');
        var attributes = File.GetAttributes(entry);
        return attributes.HasFlag(FileAttributes.Directory)
            ? attributes.HasFlag(FileAttributes.ReparsePoint) || Path.GetFileName(entry).StartsWith('.')
            : !IsKept(entry) && !path.StartsWith("media/", StringComparison.Ordinal) && Path.GetExtension(path) != ".md"
                && !(path.StartsWith("taxonomies/", StringComparison.Ordinal) && Path.GetExtension(path) == ".yml");
    }

    // An import passes these over, and people keep them there.
    private static bool IsKept(string file) => Path.GetFileName(file) is Readme or ['.', ..];

    private void KeepOthers()
    {
        foreach (var file in Directory.EnumerateFiles(_target, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }).Where(IsKept))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(_target, file));
            if (!File.Exists(copy))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
