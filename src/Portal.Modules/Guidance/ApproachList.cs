using Portal.Kernel.Content.Reading;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Guidance;

/// <summary>The list of approaches: roles first, then types of setting, then methods.</summary>
internal static class ApproachList
{
    public static readonly ListKind Kind = new()
    {
        Type = "Approach",
        Path = "/approaches",
        Title = "Approaches",
        One = "approach",
        Many = "approaches",
        Lead = "Roles of civil society organisations, types of setting from detention to life outside, and methods: what each needs, whom it suits, where its limits are.",
        Description = "Approaches of exit work: roles of civil society organisations, types of setting and methods.",
        Facets = ["approach-kind", "topic", "setting", "ideology", "prevention-level", "sector", "country"],
        Sorts = [new ListSort("kind", "Kind", ListingOrder.Term("approach-kind")), ListSort.Title, ListSort.Newest],
        Row = (item, words) => words.Row(item) with
        {
            Above = words.Terms(item, "Kind"),
            Facts = [.. new[] { words.Described(item) }.OfType<string>()],
        },
    };
}
