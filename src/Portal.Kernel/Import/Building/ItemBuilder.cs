using System.Text.Json.Nodes;
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
        item.ModifiedUtc = null;
        // Who says when it was made and not when it was first public means that it was public at once.
        item.PublishedUtc = planned.State == ItemState.Draft ? null : header.Published ?? item.PublishedUtc ?? header.Created;

        Set(type.Has(nameof(TitlePart)), nameof(TitlePart), nameof(TitlePart.Title), header.Title);
        // An item that came without a language is in the one that every item is in that says nothing.
        var namesNone = header.Language is null && existing is not null && existing.Part<LocalizationPart>().Culture is null;
        Set(type.Has(nameof(LocalizationPart)) && !namesNone, nameof(LocalizationPart), nameof(LocalizationPart.Culture), header.Language ?? LocalizationPart.DefaultCulture);
        Set(planned.Path.Length > 0, nameof(AutoroutePart), nameof(AutoroutePart.Path), planned.Path);
        if (planned.Path.Length == 0)
        {
            item.Content.Remove(nameof(AutoroutePart));
        }

        Replace(header.ReviewBy is { } reviewBy ? new ReviewPart { ReviewBy = reviewBy } : null);
        Replace(front.Body.Length > 0 ? new MarkdownBodyPart { Markdown = front.Body } : null);
        Replace(planned.Container is { } container
            ? new ContainedPart { ListContentItemId = container.Id, ListContentType = container.Type, Order = planned.Order }
            : null);
        fields.Write(item.Content, type, front.Values, ItemHeader.Keys, item.ContentItemId, errors);
        PartPatch.Apply(item.Content, front.Parts);
        return item;

        void Set(bool borne, string name, string key, string? value)
        {
            if (borne)
            {
                if (item.Content[name] is not JsonObject part)
                {
                    item.Content[name] = part = [];
                }

                part[key] = value;
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
