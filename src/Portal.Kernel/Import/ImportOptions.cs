using Portal.Kernel.Audit;

namespace Portal.Kernel.Import;

/// <param name="Actor">Who imports; the author of items that name none.</param>
/// <param name="Progress">Hears how far it is.</param>
/// <param name="CheckOnly">Does all of the work, so that the report says what would happen, and holds the session to never being committed.</param>
public sealed record ImportOptions(Actor Actor, IProgress<ImportProgress>? Progress = null, bool CheckOnly = false)
{
    /// <summary>Links that lead nowhere, and what is wrong in texts, are warnings: for a site that is moved as it is.</summary>
    public bool AllowBrokenLinks { get; init; }
}

/// <summary>How far an import is: files read, then items gone through, saved or found unchanged.</summary>
public sealed record ImportProgress(int FilesRead, int Files, int ItemsDone, int Items);
