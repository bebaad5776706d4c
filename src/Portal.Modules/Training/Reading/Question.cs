using Portal.Kernel.Content.Items;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Training.Reading;

/// <summary>A question of a knowledge check.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Ordering">Whether the answers are to be put into order; otherwise one or several of them are right.</param>
/// <param name="Explanation">Why the right answers are right.</param>
/// <param name="Answers">In the order that they are offered.</param>
public sealed record Question(string Text, bool Ordering, string? Explanation, IReadOnlyList<Answer> Answers)
{
    private const string OrderingKind = "ordering", MultipleKind = "multiple";

    /// <summary>What to do with the answers.</summary>
    public required string Task { get; init; }

    /// <summary>The right answers, or all of them in the right order.</summary>
    public IReadOnlyList<Answer> Solution => Ordering ? [.. Answers.OrderBy(answer => answer.Order)] : [.. Answers.Where(answer => answer.Correct)];

    /// <summary>The letters of the right answers, or of all of them in the right order: 'a, c'.</summary>
    public string Letters => string.Join(", ", Solution.Select(answer => answer.Letter));

    /// <summary>The questions of a module or a lesson.</summary>
    public static IReadOnlyList<Question> Of(ContentItem item) => [.. item.Inside("Questions").Select(Read)];

    private static Question Read(ContentItem question)
    {
        var kind = question.Text("Kind");
        return new Question(question.Text("Text") ?? "", kind == OrderingKind, question.Text("Explanation"), [.. question.Inside("Answers").Select(Answer.Of)])
        {
            Task = kind switch
            {
                OrderingKind => "Put these into order.",
                MultipleKind => "More than one answer may be right.",
                _ => "One answer is right.",
            },
        };
    }
}

/// <param name="Order">Its place in the right order, from 1; null where there is none.</param>
/// <param name="Feedback">What is said to whoever chose it.</param>
public sealed record Answer(string Text, bool Correct, int? Order, string? Feedback)
{
    private const int Alphabet = 26;

    /// <summary>What it is called among those that are offered, as lists of HTML count: a to z, then aa.</summary>
    public required string Letter { get; init; }

    internal static Answer Of(ContentItem answer, int at)
        => new(answer.Text("Text") ?? "", answer.Flag("Correct"), answer.Number("Order"), answer.Text("Feedback")) { Letter = (at < Alphabet ? "" : Sign((at / Alphabet) - 1)) + Sign(at % Alphabet) };

    private static string Sign(int at) => ((char)('a' + at)).ToString();
}
