namespace Portal.Kernel.Search.Index;

/// <summary>How an item's id and a section's place make the section's id.</summary>
internal static class SectionId
{
    /// <summary>Sections beyond this are not indexed; an item is refused before it has as many headings.</summary>
    public const int MaxSections = 1 << Bits;

    private const int Bits = 12;

    public static long Of(long item, int place) => (item << Bits) | (long)place;

    public static int Place(long section) => (int)(section & (MaxSections - 1));

    public static long Item(long section) => section >> Bits;
}
