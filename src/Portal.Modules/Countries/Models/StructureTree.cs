namespace Portal.Modules.Countries.Models;

/// <summary>A structure with those that are part of it.</summary>
public sealed record StructureTree(Structure Structure, IReadOnlyList<StructureTree> Parts)
{
    /// <summary>The structure and all below it, each after what it is part of.</summary>
    public IEnumerable<Structure> All => Parts.SelectMany(part => part.All).Prepend(Structure);

    /// <summary>Every structure stands in it once, also when two say that they are part of each other.</summary>
    public static IReadOnlyList<StructureTree> Of(IReadOnlyList<Structure> structures)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var byParent = structures.Where(structure => structure.Parent is not null).ToLookup(structure => structure.Parent!, StringComparer.Ordinal);
        var roots = structures.Where(structure => structure.Parent is null).Select(Grow).ToList();

        // What is left goes round in a ring: its first is as good a beginning as any.
        roots.AddRange(structures.Where(structure => !placed.Contains(structure.Anchor)).Select(Grow));
        return roots;

        StructureTree Grow(Structure structure)
        {
            placed.Add(structure.Anchor);
            return new StructureTree(structure, [.. byParent[structure.Anchor].Where(part => placed.Add(part.Anchor)).ToList().Select(Grow)]);
        }
    }
}
