using System.IO.Compression;
using System.Text;

namespace Portal.Benchmarks.Judged.Reading;

/// <summary>Reads a file of UTF-8 line by line, gzip or not, and knows where it is.</summary>
internal sealed class LineReader : IDisposable
{
    private readonly string _file;
    private readonly StreamReader _reader;

    public LineReader(string file)
    {
        _file = file;
        if (!File.Exists(file))
        {
            throw new InvalidOperationException($"The file '{file}' does not exist.");
        }

        Stream stream = File.OpenRead(file);
        stream = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        _reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
    }

    /// <summary>Of the line read last, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The next line; null after the last.</summary>
    public string? Next()
    {
        try
        {
            Line++;
            return _reader.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            throw Wrong("Here or shortly after is a byte that is not UTF-8: convert the file first (iconv -f LATIN1 -t UTF-8).");
        }
        catch (InvalidDataException exception)
        {
            throw Wrong($"The file cannot be unpacked: {exception.Message}");
        }
    }

    /// <summary>The next line that is not blank; null after the last.</summary>
    public string? NextFilled()
    {
        var line = Next();
        while (line is not null && string.IsNullOrWhiteSpace(line))
        {
            line = Next();
        }

        return line;
    }

    /// <summary>The first character that is not blank, which tells the forms of files apart.</summary>
    public static char FirstOf(string file)
    {
        using var lines = new LineReader(file);
        return lines.NextFilled() is { } line ? line.TrimStart()[0] : throw lines.Wrong("The file is empty.");
    }

    public JudgedFileException Wrong(string what, int? line = null) => new(_file, line ?? Line, what);

    public void Dispose() => _reader.Dispose();
}
