using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Handlers;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Inner;

/// <summary>Gives ids to the items inside an item and holds them to their definitions, as deep as they go.</summary>
public sealed class InnerItemHandler(FieldKinds kinds) : ContentHandler
{
    private const string Required = "EditableRequired";

    // Orchard Core writes the option by its name, older files by its number.
    private const string RequiredNumber = "3";

    public override ValueTask SavingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        foreach (var inner in InnerItems.All(context.Item, context.Type, context.Definitions))
        {
            if (inner.Json[nameof(ContentItem.ContentItemId)] is null || InnerItem.Text(inner.Json, nameof(ContentItem.ContentItemId)) is "")
            {
                inner.Json[nameof(ContentItem.ContentItemId)] = Ids.New();
            }

            if (InnerItem.Title(inner.Json)?.Trim() is { Length: > 0 } title)
            {
                inner.Json[nameof(ContentItem.DisplayText)] = title;
            }
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        foreach (var (place, problem) in Check(context.Item.Content, context.Type, context.Definitions, "", 1))
        {
            context.Errors.Add(new ContentError(place, null, problem));
        }

        return ValueTask.CompletedTask;
    }

    private IEnumerable<(string Place, string Problem)> Check(JsonObject content, ContentTypeDefinition type, ContentDefinitions definitions, string prefix, int depth)
    {
        foreach (var group in InnerItems.Groups(content, type, prefix))
        {
            if (group.Json is not JsonArray items)
            {
                yield return (group.Place, "A list of items is expected here.");
                continue;
            }

            if (depth > InnerItems.MaxDepth && items.Count > 0)
            {
                yield return (group.Place, $"Items stand in each other at most {InnerItems.MaxDepth} deep.");
                continue;
            }

            foreach (var index in Enumerable.Range(0, items.Count).Where(index => items[index] is not JsonObject))
            {
                yield return ($"{group.Place}[{index}]", "An item is expected here.");
            }

            foreach (var found in group.Items(definitions).SelectMany(inner => Check(inner, group, definitions, depth)))
            {
                yield return found;
            }
        }
    }

    private IEnumerable<(string Place, string Problem)> Check(InnerItem inner, InnerGroup group, ContentDefinitions definitions, int depth)
    {
        if (inner.Type is not { } type)
        {
            return [(inner.Place, inner.Item.ContentType.Length == 0 ? "An item needs a 'ContentType'." : $"The type '{inner.Item.ContentType}' is not defined.")];
        }

        var problems = group.Allows(type) ? [] : new List<(string, string)> { (inner.Place, $"A {type.Name} may not stand here; only {group.Allowed()} may.") };
        if (InnerItem.Text(inner.Json, nameof(ContentItem.ContentItemId)) is null)
        {
            problems.Add(($"{inner.Place}.{nameof(ContentItem.ContentItemId)}", "An id must be a text."));
        }

        if (TitleProblem(inner, type) is { } problem)
        {
            problems.Add(($"{inner.Place}.{nameof(TitlePart)}.{nameof(TitlePart.Title)}", problem));
        }

        return problems.Concat(Fields(inner, type, definitions)).Concat(Check(inner.Json, type, definitions, inner.Place + ".", depth + 1));
    }

    private IEnumerable<(string Place, string Problem)> Fields(InnerItem inner, ContentTypeDefinition type, ContentDefinitions definitions)
        => from placed in definitions.FieldsOf(type)
           from problem in kinds.Validate(placed.Field, inner.Item.Field(placed.PartName, placed.Field.Name))
           select ($"{inner.Place}.{placed.PartName}.{placed.Field.Name}", problem);

    // An item that has a page needs a title; one within another needs it where its definition says so.
    private static string? TitleProblem(InnerItem inner, ContentTypeDefinition type)
    {
        if (type.Part(nameof(TitlePart)) is not { } part)
        {
            return null;
        }

        var title = InnerItem.Title(inner.Json) ?? "";
        return title.Length > TitleHandler.MaxLength ? $"The title has {title.Length} characters; {TitleHandler.MaxLength} are allowed."
            : string.IsNullOrWhiteSpace(title) && part.Settings.Text("TitlePartSettings", "Options") is Required or RequiredNumber ? "The title is missing."
            : null;
    }
}
