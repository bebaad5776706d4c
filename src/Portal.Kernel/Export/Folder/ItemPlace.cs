using Portal.Kernel.Import.Files;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Export.Folder;

/// <summary>Where an item's file stands, and what an import reads from that.</summary>
/// <param name="File">The file of its public edition, or of the item when it has none; with forward slashes.</param>
/// <param name="Path">The item's path; empty where the place gives none.</param>
/// <param name="Container">What it stands in by its place.</param>
/// <param name="Order">Its order there by its name.</param>
/// <param name="NamesSlug">Whether the file must name the slug, since its own name reads as another.</param>
internal sealed record ItemPlace(string File, string Path, PlannedContainer? Container = null, int Order = 0, bool NamesSlug = false)
{
    private const string Loose = "_items";

    public bool IsLoose => File[0] == '_';

    /// <summary>
    /// That of a draft beside the public edition. Its last name may be another; should all of its path be, only <c>parts</c> can say it.
    /// </summary>
    public ItemPlace Draft(string? path)
    {
        var file = File[..^".md".Length] + ".draft.md";
        if (IsLoose || path is null || path == Path || Parent(path) != Parent(Path) || !Slugs.IsSlug(path[(path.LastIndexOf('/') + 1)..]))
        {
            return this with { File = file };
        }

        var source = new SourceFile(File, File);
        var name = source.IsIndex ? source.Folder[(source.Folder.LastIndexOf('/') + 1)..] : source.Name;
        var draft = this with { File = file, Path = path };
        return draft with { NamesSlug = Slugs.WithoutNumber(name) != draft.Slug };
    }

    /// <summary>The last name of the path.</summary>
    public string Slug => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>That of an item without an address, or with one that no place gives.</summary>
    public static ItemPlace Of(string id) => new($"{Loose}/{FileName(id)}.md", "");

    private static string Parent(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    private static string FileName(string id)
        => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')
            ? id
            : "id-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)).AsSpan(0, 13));
}
