using System.Globalization;

namespace Portal.Kernel.Import;

/// <summary>What an import did. With errors the counts are 0 and nothing of it may be committed.</summary>
/// <param name="Created">Items that were new.</param>
/// <param name="Updated">Items of which a new version was saved.</param>
/// <param name="Unchanged">Items that were already as the files say.</param>
/// <param name="Withdrawn">Items whose public edition was taken away.</param>
/// <param name="Errors">What is wrong, a hundred at most, by file and line.</param>
public sealed record ImportReport(int Created, int Updated, int Unchanged, int Withdrawn, IReadOnlyList<ImportError> Errors)
{
    /// <summary>Errors beyond those listed.</summary>
    public int MoreErrors { get; init; }

    /// <summary>Media files that were new or had other bytes.</summary>
    public int MediaSaved { get; init; }

    public int MediaUnchanged { get; init; }

    /// <summary>What is wrong and was let pass (<see cref="ImportOptions.AllowBrokenLinks"/>), a hundred at most.</summary>
    public IReadOnlyList<ImportError> Warnings { get; init; } = [];

    public int MoreWarnings { get; init; }

    public bool Succeeded => Errors.Count == 0;
}

/// <summary>What is wrong in a file.</summary>
/// <param name="File">The file, relative to the folder, with forward slashes; empty when it is the folder itself.</param>
/// <param name="Line">The line, from 1, where one can be named.</param>
/// <param name="Field">The key of the front matter, or <c>body</c>.</param>
/// <param name="Message">A sentence: what is wrong, and what would be right.</param>
public sealed record ImportError(string File, int? Line, string? Field, string Message)
{
    public override string ToString()
    {
        var place = Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{File}:{line}") : File;
        return string.Join(": ", new[] { place, Field, Message }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
