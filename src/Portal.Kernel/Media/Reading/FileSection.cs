namespace Portal.Kernel.Media.Reading;

/// <summary>A stretch of a file: a page of a PDF, what stands under a heading of a document.</summary>
/// <param name="Title">For example <c>page 3</c>; null for what stands before the first heading.</param>
/// <param name="Fragment">What follows the # in an address that opens the file there; null when there is no such.</param>
/// <param name="Text">Plain, paragraphs parted by line breaks.</param>
public sealed record FileSection(string? Title, string? Fragment, string Text);

/// <summary>What stands in a file.</summary>
/// <param name="Sections">In its order.</param>
/// <param name="LeftOut">What of it was not read, in a sentence; null when all was.</param>
public sealed record FileText(IReadOnlyList<FileSection> Sections, string? LeftOut = null);

/// <summary>A file could not be read: it is broken, locked, too large, or took too long. The message is a sentence without the file's name.</summary>
public sealed class UnreadableFileException(string message, bool mayPass = false) : Exception(message)
{
    /// <summary>Whether it is worth another try: the machine may have been too busy.</summary>
    public bool MayPass => mayPass;
}
