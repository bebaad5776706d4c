using Portal.Kernel.Content.Reading;
using Portal.Modules.Shared.Articles;
using Portal.Modules.Shared.Display;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Training;

/// <summary>The list of training modules: people choose by time and level.</summary>
internal static class TrainingList
{
    public static readonly ListKind Kind = new()
    {
        Type = "TrainingModule",
        Path = "/training",
        Title = "Training",
        One = "module",
        Many = "modules",
        Lead = "Modules of a few lessons each, with exercises and questions to check what you know: to work through alone or to teach. No account is needed.",
        Description = "Training modules for people who prevent radicalisation and help others leave violent extremism, with lessons, exercises and knowledge checks.",
        Facets = ["topic", "sector", "audience", "prevention-level"],
        Sorts = [ListSort.Title, new ListSort("time", "Shortest", ListingOrder.Number(item => item.Number("Minutes"))), ListSort.Newest],
        Row = (item, words) => words.Row(item) with
        {
            Facts = [.. new[] { Durations.Words(item.Number("Minutes")), item.Text("Level") is { Length: > 0 } level ? $"Level: {level}" : null, words.Described(item) }.OfType<string>()],
        },
    };
}
