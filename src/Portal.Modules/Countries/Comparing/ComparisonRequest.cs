using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.Modules.Countries.Comparing;

/// <summary>The countries that an address asks to compare, and what is wrong with it.</summary>
/// <param name="Chosen">Models that there are, each once. By title, whatever the order asked for: a comparison is one page, and the cache does not tell orders apart.</param>
/// <param name="Problems">Sentences; none when the comparison can be shown as asked for.</param>
public sealed record ComparisonRequest(IReadOnlyList<ComparedCountry> Chosen, IReadOnlyList<string> Problems)
{
    public const string Path = "/country-models/compare", FilePath = Path + ".csv", Key = "c";
    public const int Least = 2, Most = 4;

    // An address may hold anything; this much of it is repeated on the page.
    private const int MaxNames = 20, MaxName = 60;

    /// <summary>Whether anything can be compared: what is unknown is left out.</summary>
    public bool IsPossible => Chosen.Count is >= Least and <= Most;

    /// <summary>The comparison's own address.</summary>
    public string Url => Address(Path);

    /// <summary>The query of its address, with the question mark.</summary>
    public string Query => Address("");

    public string FileUrl => Address(FilePath);

    /// <summary>The countries by their names in the address, several in one parameter or a parameter each.</summary>
    public static IReadOnlyList<string> Names(IQueryCollection query)
        => [.. query[Key].OfType<string>().SelectMany(value => value.Split(',')).Select(name => name.Trim().ToLowerInvariant())
            .Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(MaxNames)];

    /// <summary>The page's address as it was asked for, right or wrong.</summary>
    public static string AddressOf(IEnumerable<string> names) => QueryHelpers.AddQueryString(Path, names.Select(name => KeyValuePair.Create(Key, (string?)name)));

    /// <param name="names">As in the address.</param>
    /// <param name="known">All models, by title.</param>
    public static ComparisonRequest Of(IReadOnlyList<string> names, IReadOnlyList<ComparedCountry> known)
    {
        var chosen = known.Where(country => names.Contains(country.Slug)).DistinctBy(country => country.Slug).ToList();
        var problems = names.Except(chosen.Select(country => country.Slug)).Select(name => $"There is no country model ‘{name[..Math.Min(name.Length, MaxName)]}’.").ToList();
        if (names.Count > 0 && chosen.Count < Least)
        {
            problems.Add(chosen.Count == 1 ? $"You chose {chosen[0].Title} only. Choose one to three more." : "Choose two to four countries.");
        }
        else if (chosen.Count > Most)
        {
            problems.Add($"You chose {chosen.Count} countries. Up to four can be compared at a time: take {chosen.Count - Most} away.");
        }

        return new ComparisonRequest(chosen, problems);
    }

    private string Address(string path) => QueryHelpers.AddQueryString(path, Chosen.Select(country => KeyValuePair.Create(Key, (string?)country.Slug)));
}
