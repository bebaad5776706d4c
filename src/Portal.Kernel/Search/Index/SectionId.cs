namespace Portal.Kernel.Search.Index;

/// <summary>How an item's id and a section's place make the section's id.</summary>
internal static class SectionId
{
    /// <summary>Ids in the database hold it: to change it is to make every index anew.</summary>
    public const int MaxSections = SearchDocument.MaxSections;

    private const int Bits = 12;

    public static long Of(long item, int place) => (item << Bits) | (long)place;

    public static int Place(long section) => (int)(section & (MaxSections - 1));

    public static long Item(long section) => section >> Bits;
}
