using System.Text;
using Portal.Modules.Shared.Items;

namespace Portal.Modules.Standards;

/// <summary>A clause of a standard as its page shows it.</summary>
/// <param name="ItemId">The id that search links to; null when it has none that could be one.</param>
/// <param name="Number">As people quote it, <c>1.1</c>.</param>
/// <param name="Anchor">The id of its heading, made of the number: <c>clause-1-1</c>.</param>
/// <param name="Requirement">What is required.</param>
/// <param name="Guidance">HTML; null when there is none.</param>
/// <param name="Evidence">What would show that it is met.</param>
public sealed record Clause(string? ItemId, string Number, string Anchor, string? Title, string Requirement, string? Guidance, IReadOnlyList<string> Evidence)
{
    /// <summary>The clauses of a standard, in order. A clause without a number is numbered by its place.</summary>
    public static IReadOnlyList<Clause> Of(ItemView standard)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        return [.. standard.Inside("Clauses").Select((clause, at) =>
        {
            var number = clause.Text("Number") is { Length: > 0 } given ? given : $"{at + 1}";
            var anchor = AnchorOf(number);
            return new Clause(
                clause.Anchor,
                number,
                // Two of one number would have one id.
                anchors.Add(anchor) ? anchor : $"{anchor}-at-{at + 1}",
                clause.Title,
                clause.Text("Requirement"),
                clause.Field("Guidance")?.Html,
                clause.Field("Evidence")?.Values ?? []);
        })];
    }

    private static string AnchorOf(string number)
    {
        var anchor = new StringBuilder("clause");
        foreach (var part in number.Split(['.', ' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            anchor.Append('-').Append(part.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).ToArray());
        }

        return anchor.ToString();
    }
}
