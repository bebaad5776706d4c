using Portal.Kernel.Content.Items;

namespace Portal.Modules.Shared.Articles;

/// <summary>How an item stands today, in words that are the same in a list, on its own page and where others refer to it.</summary>
public sealed record ItemState(string Words)
{
    /// <summary>Null for kinds of which there is nothing to say.</summary>
    public static ItemState? Of(ContentItem item) => item.ContentType switch
    {
        // Nobody has been vetted yet, and 'listed' must not be taken for it.
        "Organisation" => new ItemState("Listed, not vetted"),
        "Practice" => new ItemState(Evidence(item)),
        _ => null,
    };

    // That nothing is known is not that nothing was found: the source's own words stand on the page.
    private static string Evidence(ContentItem item)
    {
        var outcomes = item.Inside("Outcomes").ToList();
        var strengths = outcomes.Select(outcome => outcome.Text("Strength")).OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        return strengths switch
        {
            [var only] => $"Evidence: {char.ToLowerInvariant(only[0])}{only[1..]}",
            [_, ..] => $"Evidence for {strengths.Count} outcomes",
            [] when outcomes.Count > 0 => $"Evidence for {(outcomes.Count == 1 ? "1 outcome" : $"{outcomes.Count} outcomes")}",
            [] => "No evidence yet",
        };
    }
}
