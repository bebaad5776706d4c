namespace Portal.Kernel.Content.Fields;

/// <summary>A value as a person wrote it into a file: a text, a list or a map, with the line it begins on. What reads it knows nothing of the file's format.</summary>
public abstract record FrontMatterValue(int Line);

/// <summary>A single value as text; empty when the key stands without a value.</summary>
public sealed record FrontMatterScalar(string Text, int Line) : FrontMatterValue(Line);

public sealed record FrontMatterList(IReadOnlyList<FrontMatterValue> Items, int Line) : FrontMatterValue(Line);

public sealed record FrontMatterMap(IReadOnlyDictionary<string, FrontMatterValue> Values, int Line) : FrontMatterValue(Line)
{
    public static readonly FrontMatterMap Empty = new(new Dictionary<string, FrontMatterValue>(StringComparer.Ordinal), 1);
}
