using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Practices;

/// <summary>The list of practices: people choose by the evidence, and by how old the description is.</summary>
internal static class PracticeList
{
    public static readonly ListKind Kind = new()
    {
        Type = "Practice",
        Path = "/practices",
        Title = "Practices",
        One = "practice",
        Many = "practices",
        Lead = "Ways of working that others can learn from, each with what its source says of the evidence. ‘No evidence yet’ does not mean that something was found not to work.",
        Description = "Practices of prevention and exit work in Europe: what was done, with whom, and what is known of its effect.",
        Facets = ["topic", "setting", "prevention-level", "ideology", "sector", "audience", "country"],
        Sorts = [ListSort.Title, ListSort.Country, ListSort.Newest],
        Row = (item, words) => words.Row(item) with
        {
            Above = words.Countries(item),
            Facts = [.. new[] { words.Described(item) }.OfType<string>()],
        },
    };
}
