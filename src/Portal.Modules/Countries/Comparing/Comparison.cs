using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Countries.Comparing;

/// <summary>Country models side by side: a row a question, a column a country.</summary>
public sealed record Comparison(IReadOnlyList<ComparedCountry> Countries, IReadOnlyList<ComparedQuestion> Questions)
{
    /// <summary>What stands in place of an answer that there is not.</summary>
    public const string Silent = "The source does not say";

    /// <summary>What the models were written from, each once.</summary>
    public IReadOnlyList<SourceLink> Sources { get; init; } = [];

    /// <summary>When a model was last changed.</summary>
    public DateTime? ChangedUtc { get; init; }

    /// <summary>'Belgium, Finland and Germany'.</summary>
    public string Names => Countries.Count == 1 ? Countries[0].Title : $"{string.Join(", ", Countries.SkipLast(1).Select(country => country.Title))} and {Countries[^1].Title}";
}

/// <param name="Slug">The last part of its address.</param>
public sealed record ComparedCountry(string Slug, string Title, string Path);

/// <param name="Section">The heading that the question stands under.</param>
/// <param name="IsChoice">Whether answers are of a closed list: then each says whether all countries share it.</param>
/// <param name="Cells">A cell for each country; one without answers is silent.</param>
public sealed record ComparedQuestion(string Section, string Title, bool IsChoice, IReadOnlyList<ComparedCell> Cells)
{
    public Difference Difference
        => Cells.All(cell => cell.IsSilent) ? Difference.NobodySays
            : Cells.Any(cell => cell.IsSilent) ? Difference.NotAllSay
            : Cells.Select(cell => cell.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1 ? Difference.Same
            : Difference.Differs;

    /// <summary>Whether another country that says anything does not say this.</summary>
    public bool IsOnlySomewhere(ComparedAnswer answer)
        => IsChoice && Cells.Any(cell => !cell.IsSilent && !cell.Groups.SelectMany(group => group.Answers).Any(other => other.Text == answer.Text));
}

public enum Difference
{
    Same,
    Differs,
    NotAllSay,
    NobodySays,
}

public sealed record ComparedCell(IReadOnlyList<ComparedGroup> Groups)
{
    public bool IsSilent => Groups.Count == 0;

    /// <summary>Equal for cells that say the same, whatever the order.</summary>
    internal string Key => string.Join('\n', Groups.SelectMany(group => group.Answers).Select(answer => answer.Text).Order(StringComparer.OrdinalIgnoreCase));

    /// <summary>The cell as plain lines, as a spreadsheet has it.</summary>
    public IEnumerable<string> Lines => IsSilent
        ? [Comparison.Silent]
        : Groups.SelectMany(group => group.Of is null ? group.Answers.Select(answer => answer.Text) : [$"{group.Of}: {string.Join("; ", group.Answers.Select(answer => answer.Text))}"]);
}

/// <param name="Of">The structure that answers; null when the country does.</param>
/// <param name="IsNumbered">Whether the answers are steps.</param>
public sealed record ComparedGroup(string? Of, IReadOnlyList<ComparedAnswer> Answers, bool IsNumbered = false);

/// <param name="Url">Where more of it is.</param>
public sealed record ComparedAnswer(string Text, string? Url = null);
