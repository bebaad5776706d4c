using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Import.Files;

namespace Portal.Kernel.Import.Planning;

/// <summary>The first reading of an item's file.</summary>
internal sealed class OutlineReader(ContentDefinitions definitions, ImportErrors all)
{
    public async Task<Outline> ReadAsync(SourceFile file, CancellationToken cancellationToken)
    {
        var errors = all.For(file.Path);
        if (await file.ReadAsync(errors, cancellationToken) is not { } text || FrontMatter.Read(text, errors) is not { } front)
        {
            return new Outline(file, ItemHeader.None, null, MarkdownOutline.Empty);
        }

        var header = new HeaderReader(front.Values, errors, NeedsTitle, anyId: file.IsLoose).Read();
        var type = header.Type is null ? null : Type(header, file.IsLoose, errors);
        if (type is not null)
        {
            CheckParts(type, header, front, errors);
        }

        return new Outline(file, file.IsDraft && header.State == ItemState.Published ? header with { State = ItemState.Draft } : header, type, MarkdownOutline.Of(front.Text))
        {
            Place = GivenPlace.Of(front.Parts),
        };
    }

    private bool NeedsTitle(string? type) => type is null || definitions.Type(type)?.Has(nameof(TitlePart)) != false;

    private ContentTypeDefinition? Type(ItemHeader header, bool isLoose, FileErrors errors)
    {
        var type = definitions.Type(header.Type!);
        var problem = type switch
        {
            null => $"There is no content type '{header.Type}'.{NearestName.Suggestion(NearestName.Of(header.Type!, Creatable()))}",
            // It stands at no address that its place would give it; that it can be there is known from the site it comes from.
            _ when isLoose => null,
            { Creatable: false } => $"Items of the type '{type.Name}' cannot stand by themselves: it is not creatable.",
            _ when !type.Has(nameof(AutoroutePart)) => $"Items of the type '{type.Name}' have no address (no AutoroutePart), so that none can come from a file.",
            _ => null,
        };
        if (problem is null)
        {
            return type;
        }

        errors.Add(header.Line(ItemHeader.TypeKey), ItemHeader.TypeKey, problem);
        return null;
    }

    private IEnumerable<string> Creatable() => definitions.Types.Where(known => known.Creatable).Select(known => known.Name);

    // What the type has no part for would be lost.
    private static void CheckParts(ContentTypeDefinition type, ItemHeader header, FrontMatter front, FileErrors errors)
    {
        Check(nameof(LocalizationPart), ItemHeader.LanguageKey, header.Language is not (null or LocalizationPart.DefaultCulture), header.Line(ItemHeader.LanguageKey));
        Check(nameof(ReviewPart), ItemHeader.ReviewByKey, header.ReviewBy is not null, header.Line(ItemHeader.ReviewByKey));
        Check(nameof(MarkdownBodyPart), "body", front.Body.Length > 0, front.BodyLine);
        if (front.Values.Values.GetValueOrDefault(ItemHeader.PartsKey) is FrontMatterJson parts
            && (parts.Json is not (JsonObject or null) || front.Parts?.Any(part => part.Value is JsonValue) == true))
        {
            errors.Add(parts.Line, ItemHeader.PartsKey, "A map of parts is expected here, each with its properties.");
        }

        void Check(string part, string field, bool given, int? line)
        {
            if (given && !type.Has(part))
            {
                errors.Add(line, field, $"The type '{type.Name}' has no {part}, so that this would be lost.");
            }
        }
    }
}
