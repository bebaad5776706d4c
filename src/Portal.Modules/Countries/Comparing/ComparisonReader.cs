using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Data;
using Portal.Modules.Countries.Models;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Countries.Comparing;

/// <summary>Asks two to four country models the same questions.</summary>
public sealed class ComparisonReader(ContentStore store, StructureReader structures, CountryItems belonging)
{
    private const string TheCountry = "The country", TheStructures = "Its structures", Experience = "Experience", ReadOn = "Read on", Classification = "Classification", Sources = "Sources";

    private static readonly IReadOnlyList<(string Field, string Title)> Terms =
        [("Setting", "Setting"), ("PreventionLevel", "Prevention level"), ("Ideology", "Ideology that the model is about"), ("Sector", "Sectors")];

    /// <summary>What is asked for, and the comparison when there is one.</summary>
    public async Task<ComparisonView> ReadAsync(DbSession session, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var models = (await store.PublishedOfTypeAsync(session, CountryReader.Type, cancellationToken)).ToDictionary(Country, model => model);
        var known = models.Keys.OrderBy(country => country.Title, StringComparer.InvariantCulture).ToList();
        var request = ComparisonRequest.Of(names, known);
        return new ComparisonView(known, request, request.IsPossible ? await CompareAsync(session, [.. request.Chosen.Select(country => (country, models[country]))], cancellationToken) : null);
    }

    private async Task<Comparison> CompareAsync(DbSession session, IReadOnlyList<(ComparedCountry Country, ContentItem Model)> compared, CancellationToken cancellationToken)
    {
        var models = compared.Select(pair => pair.Model).ToList();
        var known = await belonging.ReadAsync(session, models, models.SelectMany(model => model.References(ArticleReader.Citations, Sources)), cancellationToken);
        var parts = new List<(ContentItem Model, IReadOnlyList<Structure> Structures)>();
        foreach (var model in models)
        {
            parts.Add((model, await structures.OfAsync(model, cancellationToken)));
        }

        return new Comparison(
            [.. compared.Select(pair => pair.Country)],
            [
                Row(TheCountry, "As of", model => Texts([model.Text("AsOf")])),
                .. Terms.Select(field => Row(TheCountry, field.Title, model => Chosen(model, field.Field, known.Catalog), isChoice: true)),
                new ComparedQuestion(TheStructures, "Structures", IsChoice: false, [.. parts.Select(part => new ComparedCell(Group(part.Structures.Select(structure => new ComparedAnswer(structure.Title, $"{part.Model.Path()}#{structure.Anchor}")))))]),
                .. StructureQuestion.All.Select(question => Asked(question, [.. parts.Select(part => part.Structures)])),
                Row(Experience, "Strengths", model => Texts(model.Values("Strengths"))),
                Row(Experience, "Challenges", model => Texts(model.Values("Challenges"))),
                Row(ReadOn, "Practices", model => Linked(known.Practices(model))),
                Row(ReadOn, "Organisations", model => Linked(known.Organisations(model))),
                Row(ReadOn, "Sources", model => Linked(known.Named(model, ArticleReader.Citations, Sources))),
            ])
        {
            Sources = [.. models.SelectMany(model => known.Named(model, ArticleReader.Citations, Sources)).Distinct().Select(SourceLink.Of)],
            ChangedUtc = models.Max(model => model.ModifiedUtc),
        };

        ComparedQuestion Row(string section, string title, Func<ContentItem, IEnumerable<ComparedAnswer>> answers, bool isChoice = false)
            => new(section, title, isChoice, [.. models.Select(model => new ComparedCell(Group(answers(model))))]);
    }

    // Choices are gathered over a country's structures: whether two countries work at the same levels, whichever structure does.
    private static ComparedQuestion Asked(StructureQuestion question, IReadOnlyList<IReadOnlyList<Structure>> countries) => new(
        TheStructures,
        question.Title,
        question.IsChoice,
        [.. countries.Select(country => new ComparedCell(question.IsChoice
            ? Group(country.SelectMany(question.Answers).Distinct(StringComparer.Ordinal).Select(text => new ComparedAnswer(text)))
            : [.. from structure in country
                  let answers = question.Answers(structure)
                  where answers.Count > 0
                  select new ComparedGroup(structure.Title, [.. answers.Select(text => new ComparedAnswer(text))], question.Title == StructureQuestion.ProcedureTitle)]))]);

    private static IEnumerable<ComparedAnswer> Chosen(ContentItem model, string field, TaxonomySet catalog)
        => model.Field(Classification, field) is { } json ? ItemTerms.Chosen(json, catalog).Select(term => new ComparedAnswer(term.Title)) : [];

    private static IReadOnlyList<ComparedGroup> Group(IEnumerable<ComparedAnswer> answers) => answers.ToList() is { Count: > 0 } all ? [new ComparedGroup(null, all)] : [];

    private static IEnumerable<ComparedAnswer> Texts(IEnumerable<string?> texts) => texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => new ComparedAnswer(text!));

    private static IEnumerable<ComparedAnswer> Linked(IEnumerable<ContentItem> items) => items.Select(item => new ComparedAnswer(item.Title(), item.Path()));

    private static ComparedCountry Country(ContentItem model) => new(model.Path()[(model.Path().LastIndexOf('/') + 1)..], model.Title(), model.Path());
}

/// <param name="Known">All models, by title.</param>
/// <param name="Comparison">Null when what is asked for cannot be compared.</param>
public sealed record ComparisonView(IReadOnlyList<ComparedCountry> Known, ComparisonRequest Request, Comparison? Comparison)
{
    /// <summary>The comparison as it was asked for; null when anything is wrong with that: what is not the page then leads to it, which says what.</summary>
    public Comparison? Whole => Request.Problems.Count == 0 ? Comparison : null;
}
