using System.Globalization;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.TakeAway.Public;

/// <summary>What a page is as a document to take away: a title page with contents, its parts in order, its sources.</summary>
public sealed record PrintDocument
{
    /// <summary>What it is, as the page says: 'Handbook'.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>The page's address, path and query, with a leading slash.</summary>
    public required string Address { get; init; }

    /// <summary>BCP 47 tag of its text.</summary>
    public string Language { get; init; } = "en";

    public string? Summary { get; init; }

    /// <summary>Lines about it, each with its label: when it was changed, who keeps it.</summary>
    public IReadOnlyList<PrintFact> Facts { get; init; } = [];

    public IReadOnlyList<PrintPart> Parts { get; init; } = [];

    public IReadOnlyList<SourceLink> Sources { get; init; } = [];

    /// <summary>Whether its pages lie on their side, as for a table of many columns.</summary>
    public bool Wide { get; init; }

    /// <summary>The document of an item as far as all kinds are the same; its parts are to be added.</summary>
    /// <param name="article">The item.</param>
    /// <param name="kind">What its type is called on the screen.</param>
    public static PrintDocument Of(Article article, string kind) => new()
    {
        Kind = kind,
        Title = article.Title,
        Address = article.Path,
        Language = article.Language,
        Summary = article.Summary,
        Facts = [.. PrintFact.Of(article)],
        Sources = article.Sources,
    };
}

public sealed record PrintFact(string Label, string Value)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static PrintFact Changed(DateTime utc) => new("Last changed", utc.ToString("d MMMM yyyy", British));

    /// <summary>When an item was changed, when it is looked over again, who keeps it.</summary>
    public static IEnumerable<PrintFact> Of(Article article)
    {
        if (article.ModifiedUtc is { } modified)
        {
            yield return Changed(modified);
        }

        if (article.Review is { } review)
        {
            yield return new PrintFact(review.Overdue ? "Review overdue since" : "Next review by", review.By.ToString("d MMMM yyyy", British));
        }

        if (article.Owner is { Length: > 0 } owner)
        {
            yield return new PrintFact("Kept by", owner);
        }
    }
}

/// <param name="Title">Its heading; empty for what comes before the first.</param>
/// <param name="Html">Its text, as pages show it.</param>
/// <param name="StartsPage">Whether it begins on a page of its own.</param>
public sealed record PrintPart(string Title, string Html, bool StartsPage = false);
