using Portal.Kernel.Content.Reading;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Guidance;

/// <summary>The list of recommendations, in the order of their numbers.</summary>
internal static class RecommendationList
{
    public static readonly ListKind Kind = new()
    {
        Type = "Recommendation",
        Path = "/recommendations",
        Title = "Recommendations",
        // Two handbooks have a chapter of that name.
        HeadTitle = "Recommendations by addressee and area",
        One = "recommendation",
        Many = "recommendations",
        Lead = "What the papers recommend, to whom and on what. Choose a cell to see the recommendations to one addressee in one area of cooperation.",
        Description = "Recommendations for policymakers, state agencies and civil society organisations, by area of cooperation.",
        Facets = ["addressee", "area", "topic", "sector"],
        Sorts = [new ListSort("number", "As in the papers", ListingOrder.Number(item => item.Number("Number"))), ListSort.Title, ListSort.Newest],
        Row = (item, words) => words.Row(item) with
        {
            Above = words.Terms(item, RecommendationMatrix.AddresseeField) is { } addressees ? $"For: {addressees}" : null,
            Facts = [.. new[] { words.Terms(item, RecommendationMatrix.AreaField), words.Described(item) }.OfType<string>()],
        },
    };
}
