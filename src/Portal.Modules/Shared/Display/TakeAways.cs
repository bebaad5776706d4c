using System.Collections.Frozen;

namespace Portal.Modules.Shared.Display;

/// <summary>Where a page has what is made of it to take away: a tree that says what it is, then the page's own path.</summary>
public static class TakeAways
{
    private static readonly FrozenSet<string> Types = FrozenSet.Create(StringComparer.Ordinal, "Handbook", "CountryModel", "Standard", "TrainingModule");

    /// <summary>Whether a page of this type shows its PDF. There is one of every page; these are read as a whole.</summary>
    public static bool Offers(string type) => Types.Contains(type);

    /// <param name="path">The page's path, with a leading slash.</param>
    /// <param name="query">Its query with the question mark, when it has one.</param>
    public static string Pdf(string path, string query = "") => $"/pdf{LocalAddress.Of(path)}.pdf{query}";

    public static string Checklist(string path) => "/checklist" + LocalAddress.Of(path);
}
