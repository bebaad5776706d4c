using Portal.Kernel.Content.Taxonomies;

namespace Portal.Kernel.Content.Fields;

/// <summary>What a field's value may point at, by the names that people use in files.</summary>
public interface IFieldLookup
{
    TaxonomySet Taxonomies { get; }

    /// <summary>The item with this path (with its leading slash) or this id; null when there is none.</summary>
    FieldTarget? Target(string reference);

    /// <summary>The known path that a mistyped one most resembles, with its leading slash; null when none comes near.</summary>
    string? NearestPath(string reference);
}

/// <summary>An item that a field refers to.</summary>
public sealed record FieldTarget(string ItemId, string ContentType);
