using Portal.Modules.Countries.Comparing;
using Portal.Modules.Countries.Models;
using Portal.Modules.Shared.Lists;

namespace Portal.Modules.Countries;

/// <summary>The list of country models: people choose by who works at which level, and compare.</summary>
internal static class CountryModelList
{
    public static readonly ListKind Kind = new()
    {
        Type = CountryReader.Type,
        Path = "/country-models",
        Title = "Country models",
        One = "country model",
        Many = "country models",
        Lead = "How countries organise multi-agency working and exit work: which structures there are, who leads them, who takes part, and what experience shows. As far as the papers behind this site describe it.",
        Description = "How countries organise multi-agency working and exit work: their structures, who leads and who takes part, on a map and side by side.",
        Facets = ["level", "working-type", "setting", "topic", "sector", "ideology", "country"],
        Sorts = [ListSort.Title, ListSort.Newest],
        Choice = new ListChoice(ComparisonRequest.Path, ComparisonRequest.Key, "Compare", "Compare the countries chosen", "Two to four at a time."),
    };
}
