namespace Portal.Kernel.Export;

/// <summary>What is exported: everything, or the items of these types and these items, with what stands in them and the media that they name.</summary>
/// <param name="Types">Names of content types.</param>
/// <param name="Items">Ids or paths.</param>
/// <param name="Overwrite">Whether an earlier export may be replaced.</param>
/// <param name="Progress">Hears how far it is.</param>
public sealed record ExportOptions(IReadOnlyList<string> Types, IReadOnlyList<string> Items, bool Overwrite = false, IProgress<ExportProgress>? Progress = null)
{
    public static readonly ExportOptions Everything = new([], []);

    public bool IsPart => Types.Count + Items.Count > 0;
}

/// <summary>How far an export is, in items.</summary>
public sealed record ExportProgress(int Done, int Total);

/// <param name="Items">Items written.</param>
/// <param name="Media">Media files written.</param>
/// <param name="Warnings">What was written and cannot be read back, a sentence each.</param>
public sealed record ExportReport(int Items, int Media, IReadOnlyList<string> Warnings);

/// <summary>An export cannot be made; the message says why and what to do.</summary>
public sealed class ExportException(string message) : Exception(message);
