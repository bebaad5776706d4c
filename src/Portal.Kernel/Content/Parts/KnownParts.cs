using System.Collections.Frozen;

namespace Portal.Kernel.Content.Parts;

/// <summary>The parts that have behaviour here. Parts of fields only are known by their definitions.</summary>
public static class KnownParts
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        nameof(TitlePart), nameof(AutoroutePart), nameof(AliasPart), nameof(MarkdownBodyPart), nameof(ListPart), nameof(ContainedPart),
        nameof(BagPart), nameof(LocalizationPart), nameof(ReviewPart), nameof(TaxonomyPart), nameof(TermPart));

    public static bool Contains(string partName) => Names.Contains(partName);
}
