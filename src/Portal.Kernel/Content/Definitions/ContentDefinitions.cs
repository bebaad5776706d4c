using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Portal.Kernel.Content.Definitions;

/// <summary>All content types and parts of the site, as of one moment. Immutable; a change makes a new one.</summary>
public sealed class ContentDefinitions(IEnumerable<ContentTypeDefinition> types, IEnumerable<ContentPartDefinition> parts)
{
    private readonly FrozenDictionary<string, ContentTypeDefinition> _types = types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, ContentPartDefinition> _parts = parts.ToFrozenDictionary(part => part.Name, StringComparer.Ordinal);

    // Asked for many times for every item that is saved or shown. By reference: the equality of records would look at all of a type.
    private readonly ConcurrentDictionary<ContentTypeDefinition, IReadOnlyList<PlacedField>> _fields = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<ContentTypeDefinition> Types => _types.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    public IEnumerable<ContentPartDefinition> Parts => _parts.Values.OrderBy(part => part.Name, StringComparer.Ordinal);

    public ContentTypeDefinition? Type(string name) => _types.GetValueOrDefault(name);

    public ContentPartDefinition? Part(string name) => _parts.GetValueOrDefault(name);

    /// <summary>The fields of a type, of all its parts that have any, each with the part's name in the type.</summary>
    public IReadOnlyList<PlacedField> FieldsOf(ContentTypeDefinition type) => _fields.GetOrAdd(type, Placed);

    /// <summary>This, with one type put in or in place of that of the same name.</summary>
    public ContentDefinitions With(ContentTypeDefinition type) => new(_types.Values.Where(other => other.Name != type.Name).Append(type), _parts.Values);

    /// <summary>This, without the types and parts of these names.</summary>
    public ContentDefinitions Without(IReadOnlyCollection<string> types, IReadOnlyCollection<string> parts)
        => new(_types.Values.Where(type => !types.Contains(type.Name)), _parts.Values.Where(part => !parts.Contains(part.Name)));

    public ContentDefinitions With(ContentPartDefinition part) => new(_types.Values, _parts.Values.Where(other => other.Name != part.Name).Append(part));

    private IReadOnlyList<PlacedField> Placed(ContentTypeDefinition type) =>
    [
        .. from part in type.PartsInOrder
           let definition = Part(part.PartName)
           where definition is not null
           from field in definition.FieldsInOrder
           select new PlacedField(part.Name, field),
    ];
}

/// <summary>A field and the name of the part, within a type, that holds it.</summary>
public sealed record PlacedField(string PartName, ContentFieldDefinition Field);
