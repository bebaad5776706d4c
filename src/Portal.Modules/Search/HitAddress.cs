using Portal.Kernel.Search;

namespace Portal.Modules.Search;

internal static class HitAddress
{
    /// <summary>The address of a section of a hit: with its anchor, when it has one.</summary>
    public static string UrlOf(this SearchHit hit, SectionHit section) => SearchSection.AddressOf(hit.Path, section.Anchor);
}
