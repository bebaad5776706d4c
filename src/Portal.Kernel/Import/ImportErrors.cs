namespace Portal.Kernel.Import;

/// <summary>Collects what is wrong: keeps the first hundred, counts the rest.</summary>
internal sealed class ImportErrors
{
    private const int Kept = 100;
    private readonly List<ImportError> _errors = [];
    private int _count;

    public bool Any => _count > 0;

    /// <summary>Those kept, by file and line.</summary>
    public IReadOnlyList<ImportError> First => [.. _errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line ?? 0)];

    public int More => _count - _errors.Count;

    public FileErrors For(string file) => new(this, file);

    public void AddAll(ImportErrors others)
    {
        others._errors.ForEach(Add);
        _count += others.More;
    }

    public void Add(ImportError error)
    {
        if (_count++ < Kept)
        {
            _errors.Add(error);
        }
    }
}

/// <summary>Collects what is wrong in one file.</summary>
internal sealed class FileErrors(ImportErrors all, string file)
{
    public void Add(int? line, string? field, string message) => all.Add(new ImportError(file, line, field, message));
}
