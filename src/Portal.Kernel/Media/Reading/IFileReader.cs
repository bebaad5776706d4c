namespace Portal.Kernel.Media.Reading;

/// <summary>Reads the text of one kind of file. To add one: a class, and its line in <see cref="MediaServices"/>.</summary>
public interface IFileReader
{
    /// <summary>With its dot, for example <c>.pdf</c>.</summary>
    string Extension { get; }

    /// <summary>Whether a file that begins so is of this kind, whatever it is called.</summary>
    bool Knows(ReadOnlySpan<byte> beginning);

    /// <summary>Whether this machine can read such files; when not, they are left for later.</summary>
    bool IsReady { get; }

    /// <param name="file">Path on the disk.</param>
    /// <param name="most">How long it may take.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnreadableFileException">The file cannot be read.</exception>
    Task<FileText> ReadAsync(string file, TimeSpan most, CancellationToken cancellationToken);
}
