using Portal.Kernel.Content.Items;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Directory;

/// <summary>The list of organisations: people choose by role, by whether referrals are taken, and by how sure they can be of the entry.</summary>
internal static class OrganisationList
{
    public static readonly ListKind Kind = new()
    {
        Type = "Organisation",
        Path = "/organisations",
        Title = "Organisations",
        One = "organisation",
        Many = "organisations",
        Lead = "Who does exit work, prevention and family support. ‘Listed’ means that a paper describes the organisation; nobody has vetted it.",
        Description = "Organisations in Europe that do exit work, prevention and family support: their roles, settings, languages and methods.",
        Facets = ["role", "setting-type", "language", "ideology", "topic", "sector", "country"],
        Sorts = [ListSort.Title, ListSort.Country, ListSort.Newest],
        Row = (item, words) => words.Row(item) with
        {
            Above = words.Countries(item),
            Facts = [.. new[] { words.Terms(item, "Role"), Referrals(item), words.Described(item) }.OfType<string>()],
        },
    };

    // Where nothing is known that is said too: an organisation that is closed to referrals looks the same otherwise.
    private static string Referrals(ContentItem item) => item.Text("Capacity") is { Length: > 0 } capacity ? $"Referrals – {capacity}" : "Referrals – not known";
}
