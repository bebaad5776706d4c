namespace Portal.Kernel.Search.Queries;

/// <summary>What stands before a colon, when it is a field: a part of the text, a facet, or the year.</summary>
internal abstract record QueryField
{
    /// <summary>Longer names are not looked up.</summary>
    private const int MaxName = 40;

    private QueryField()
    {
    }

    public sealed record InText(TextField Field) : QueryField;

    public sealed record OfFacet(FacetNames.Known Facet) : QueryField;

    public sealed record OfYear : QueryField;

    /// <summary>Whether its values choose items, without a score.</summary>
    public bool IsFilter => this is not InText;

    /// <summary>The field that is named from <paramref name="at"/> on, and how long its name is, the colon not counted; null when no field is.</summary>
    public static (QueryField Field, int Length)? At(string text, int at, FacetNames facets)
    {
        var length = text.AsSpan(at, Math.Min(text.Length - at, MaxName + 1)).IndexOf(':');
        if (length < 1)
        {
            return null;
        }

        var name = text.AsSpan(at, length);
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return null;
            }
        }

        return Named(name, facets) is { } field ? (field, length) : null;
    }

    private static QueryField? Named(ReadOnlySpan<char> name, FacetNames facets)
    {
        Span<char> lower = stackalloc char[MaxName];
        var length = name.ToLowerInvariant(lower);
        return lower[..length] switch
        {
            "title" => new InText(TextField.Title),
            "heading" => new InText(TextField.Heading),
            "text" or "body" => new InText(TextField.Body),
            "year" => new OfYear(),
            _ => facets.Find(name) is { } facet ? new OfFacet(facet) : null,
        };
    }
}
