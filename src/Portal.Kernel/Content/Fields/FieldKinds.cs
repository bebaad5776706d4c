using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields;

/// <summary>The kinds of field that the site knows, by name.</summary>
public sealed class FieldKinds(IEnumerable<FieldKind> kinds)
{
    private readonly FrozenDictionary<string, FieldKind> _kinds = kinds.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    public FieldKind? Of(ContentFieldDefinition field) => _kinds.GetValueOrDefault(field.FieldType);

    /// <summary>What is wrong with a field's value, in sentences; nothing is wrong with a kind that is not known.</summary>
    public IEnumerable<string> Validate(ContentFieldDefinition field, JsonObject? json) => Of(field)?.Validate(json, field) ?? [];

    /// <summary>A field's value as plain text; empty when it has none, or when its kind is not known.</summary>
    public string Text(ContentFieldDefinition field, JsonObject? json) => json is null ? "" : Of(field)?.Text(json) ?? "";
}
