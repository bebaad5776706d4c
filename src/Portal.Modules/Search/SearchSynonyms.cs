using Portal.Kernel.Content.Taxonomies;
using Portal.Kernel.Search;
using Portal.Modules.Shared.Articles;

namespace Portal.Modules.Search;

/// <summary>Wordings that are searched for one another: the glossary's, and the other names of terms that content is filed under. Kept until one of them changes.</summary>
public sealed class SearchSynonyms(Glossary glossary, TaxonomyCatalog catalog)
{
    private Snapshot? _last;

    public async ValueTask<Synonyms> GetAsync(CancellationToken cancellationToken)
    {
        var explained = await glossary.GetAsync(cancellationToken);
        var taxonomies = await catalog.GetAsync(cancellationToken);
        if (_last is not { } last || last.Glossary != explained || last.Taxonomies != taxonomies)
        {
            _last = last = new Snapshot(explained, taxonomies, new Synonyms([.. explained.Synonyms.Sets, .. Names(taxonomies)]));
        }

        return last.Synonyms;
    }

    private static IEnumerable<IReadOnlyList<string>> Names(TaxonomySet taxonomies)
        => taxonomies.All.SelectMany(taxonomy => taxonomy.Terms).Where(term => term.Synonyms.Count > 0).Select(term => (IReadOnlyList<string>)[term.Title, .. term.Synonyms]);

    private sealed record Snapshot(GlossarySnapshot Glossary, TaxonomySet Taxonomies, Synonyms Synonyms);
}
