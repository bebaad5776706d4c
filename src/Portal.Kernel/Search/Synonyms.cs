namespace Portal.Kernel.Search;

/// <summary>Sets of wordings that mean the same. Immutable.</summary>
public sealed class Synonyms(IReadOnlyList<IReadOnlyList<string>> sets)
{
    public static readonly Synonyms None = new([]);

    public IReadOnlyList<IReadOnlyList<string>> Sets { get; } = sets;
}
