namespace Portal.Kernel.Content.Fields;

/// <summary>The names by which a file points at things, for a value that is written into one: the other way round than <see cref="IFieldLookup"/>.</summary>
public interface IFieldNames
{
    /// <summary>The path of an item, with its leading slash; null when it has none.</summary>
    string? Path(string itemId);

    /// <summary>The slug of a term; null when the taxonomy has no such term, or is not known.</summary>
    string? Slug(string taxonomyId, string termId);
}
