using Portal.Kernel.Content;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Import.Files;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Import.Building;

/// <summary>Makes the item that a file describes, upon the version that the site has: what the file says nothing of stays.</summary>
internal sealed class ItemBuilder(FieldWriter fields)
{
    public ContentItem Build(PlannedItem planned, FrontMatter front, ContentItem? existing, FileErrors errors)
    {
        var header = planned.Outline.Header;
        var type = planned.Outline.Type!;
        var item = existing?.Copy() ?? new ContentItem { ContentItemId = planned.Id, ContentItemVersionId = "", ContentType = type.Name };
        item.ContentItemVersionId = Ids.New();
        item.DisplayText = header.Title;
        item.Owner = header.Owner ?? item.Owner;
        item.Author = header.Author ?? item.Author;
        item.CreatedUtc = header.Created ?? item.CreatedUtc;

        Change<TitlePart>(type.Has(nameof(TitlePart)), part => part.Title = header.Title);
        Change<AutoroutePart>(true, part => part.Path = planned.Path);
        Change<LocalizationPart>(type.Has(nameof(LocalizationPart)), part => part.Culture = header.Language ?? LocalizationPart.DefaultCulture);
        Replace(header.ReviewBy is { } reviewBy ? new ReviewPart { ReviewBy = reviewBy } : null);
        Replace(front.Body.Length > 0 ? new MarkdownBodyPart { Markdown = front.Body } : null);
        Replace(planned.Container is { } container
            ? new ContainedPart { ListContentItemId = container.Id, ListContentType = container.Type, Order = planned.Order }
            : null);
        fields.Write(item.Content, type, front.Values, ItemHeader.Keys, errors);
        return item;

        void Change<T>(bool borne, Action<T> change) where T : notnull, new()
        {
            if (borne)
            {
                var part = item.Part<T>();
                change(part);
                item.Apply(part);
            }
        }

        void Replace<T>(T? part) where T : class
        {
            if (part is null)
            {
                item.Content.Remove(typeof(T).Name);
            }
            else
            {
                item.Apply(part);
            }
        }
    }
}
