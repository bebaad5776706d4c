using System.Globalization;
using System.Text;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Export.Folder;

/// <summary>
/// Gives each item its file: folders are its path, what others stand in is a folder with an <c>index.md</c>, what stands in it bears its order as a number.
/// Containers are looked up as they are met, so that no list of all items is held.
/// </summary>
internal sealed class ItemPlaces(DbSession session, ContentDefinitions definitions)
{
    // What an import gives to files without a number.
    private const int Unnumbered = 1000;
    private const int MaxName = 200;

    private static readonly string[] Endings = [".md", ".yml", ".draft"];

    // Of the folders so far; there are far fewer than items.
    private readonly Dictionary<string, Folder?> _folders = new(StringComparer.Ordinal) { [""] = new Folder("", null) };
    private readonly Dictionary<string, int> _digits = new(StringComparer.Ordinal);

    public async Task<ItemPlace> OfAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var loose = ItemPlace.Of(item.ContentItemId);
        if (definitions.Type(item.ContentType) is not { Creatable: true } type || !type.Has(nameof(AutoroutePart))
            || item.Part<AutoroutePart>() is not { Disabled: false, Path: { Length: > 0 } path } || !path.Split('/').All(IsName))
        {
            return loose;
        }

        if (type.Has(nameof(ListPart)))
        {
            return await FolderAsync(path, cancellationToken) is { Container: { } own } folder && own.Id == item.ContentItemId
                ? new ItemPlace(folder.Path + "/index.md", path, folder.Above, folder.Order, folder.NamesSlug)
                : loose;
        }

        var (parent, slug) = Split(path);
        if (await FolderAsync(parent, cancellationToken) is not { } above)
        {
            return loose;
        }

        var (name, order) = await NameAsync(item.Part<ContainedPart>(), slug, above, cancellationToken);
        return name == "index" ? loose : new ItemPlace(Join(above.Path, name) + ".md", path, above.Container, order, Slugs.WithoutNumber(name) != slug);
    }

    /// <summary>The folder of a path; null when its name would be read as another path.</summary>
    private async Task<Folder?> FolderAsync(string path, CancellationToken cancellationToken)
    {
        if (!_folders.TryGetValue(path, out var folder))
        {
            _folders[path] = folder = await NewFolderAsync(path, cancellationToken);
        }

        return folder;
    }

    private async Task<Folder?> NewFolderAsync(string path, CancellationToken cancellationToken)
    {
        var (parent, slug) = Split(path);
        if (await FolderAsync(parent, cancellationToken) is not { } above)
        {
            return null;
        }

        if (await ContainerAsync(path, cancellationToken) is not { } row)
        {
            return Slugs.WithoutNumber(slug) == slug ? new Folder(Join(above.Path, slug), null) : null;
        }

        var part = new ContainedPart { ListContentItemId = row.ContainerId, Order = row.Position };
        var (name, order) = await NameAsync(part, slug, above, cancellationToken);
        return new Folder(Join(above.Path, name), new PlannedContainer(row.ItemId, row.Type, null))
        {
            Above = above.Container,
            Order = order,
            NamesSlug = Slugs.WithoutNumber(name) != slug,
        };
    }

    /// <summary>A file's or folder's name, and the order that is read from it.</summary>
    private async Task<(string Name, int Order)> NameAsync(ContainedPart part, string slug, Folder above, CancellationToken cancellationToken)
    {
        var numbered = above.Container is { } container && part.ListContentItemId == container.Id && part.Order is >= 0 and < Unnumbered;
        var name = numbered ? $"{await NumberAsync(above.Container!.Id, part.Order, cancellationToken)}-{slug}" : slug;
        return (name, Slugs.Number(name) ?? Unnumbered);
    }

    private async Task<string> NumberAsync(string container, int order, CancellationToken cancellationToken)
    {
        if (!_digits.TryGetValue(container, out var digits))
        {
            var most = await session.FirstOrDefaultAsync<int>(
                "select coalesce(max(position), 0) from content_container where container_id = @container and position < @Unnumbered", new { container, Unnumbered }, cancellationToken);
            _digits[container] = digits = most >= 100 ? 3 : 2;
        }

        return order.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private async Task<Row?> ContainerAsync(string path, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<Row>(
            """
            select i.item_id as ItemId, i.type as Type, c.container_id as ContainerId, coalesce(c.position, 0) as Position
            from content_path p join content_item i on i.version_id = p.version_id left join content_container c on c.version_id = i.version_id
            where p.path = @path and (i.published = 1 or not exists (select 1 from content_item o where o.item_id = i.item_id and o.published = 1))
            order by i.published desc
            """,
            new { path },
            cancellationToken);
        return rows.FirstOrDefault(row => definitions.Type(row.Type) is { Creatable: true } type && type.Has(nameof(ListPart)));
    }

    private static bool IsName(string segment)
        => Slugs.IsSlug(segment) && Encoding.UTF8.GetByteCount(segment) <= MaxName && !Endings.Any(ending => segment.EndsWith(ending, StringComparison.Ordinal));

    private static (string Parent, string Slug) Split(string path) => path.LastIndexOf('/') is var slash and >= 0 ? (path[..slash], path[(slash + 1)..]) : ("", path);

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;

    private sealed record Folder(string Path, PlannedContainer? Container)
    {
        public PlannedContainer? Above { get; init; }
        public int Order { get; init; }
        public bool NamesSlug { get; init; }
    }

    private sealed record Row
    {
        public string ItemId { get; init; } = "";
        public string Type { get; init; } = "";
        public string? ContainerId { get; init; }
        public int Position { get; init; }
    }
}
