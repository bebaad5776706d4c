using System.Text;
using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Analysis.Compounding;
using Portal.Kernel.Search.Index.Reading;
using Portal.Kernel.Search.Index.Scoring;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Planning;

/// <summary>From a query's tree to a plan over one state of the index: words that stand for many are expanded, filters know their numbers.</summary>
internal sealed class PlanBuilder(Vocabulary vocabulary, FacetNumbers facets, string language, CancellationToken cancellationToken)
{
    /// <summary>Words that a beginning, a pattern or a near spelling may stand for.</summary>
    private const int MaxExpansions = 200;

    private readonly List<PlanLeaf> _leaves = [];
    private readonly List<string> _notes = [];

    /// <summary>A word that stands in several groups is read once.</summary>
    private readonly Dictionary<string, PlanNode> _terms = new(StringComparer.Ordinal);

    public Plan Build(SearchQuery query)
    {
        var root = All(query.Clauses, 1);
        return new Plan { Root = root, Leaves = _leaves, Terms = _terms, Notes = _notes, IsStrict = query.SaysAnd, GoesOn = !query.SaysAnd && root.Wanted.All(node => node is PlanLeaf { IsPlain: true }) };
    }

    private PlanAll All(IReadOnlyList<QueryClause> clauses, double boost)
    {
        var nodes = clauses.Select(clause => (clause.Occur, Node: Node(clause.Node))).ToList();
        // What has no score is never left out for want of better: a filter that is only wanted would be none.
        return new PlanAll
        {
            Boost = (float)boost,
            Wanted = [.. nodes.Where(node => node.Occur == Occur.Wanted && node.Node is not PlanFilter).Select(node => node.Node)],
            Required = [.. nodes.Where(node => node.Occur == Occur.Required || node is (Occur.Wanted, PlanFilter)).Select(node => node.Node)],
            Excluded = [.. nodes.Where(node => node.Occur == Occur.Excluded).Select(node => node.Node)],
        };
    }

    private PlanNode Node(QueryNode node) => node switch
    {
        QueryTerm term => _terms.TryGetValue(term.Key, out var known) ? known : _terms[term.Key] = Term(term),
        AnyOf any => new PlanAny { Nodes = [.. any.Nodes.Select(Node)], Boost = (float)any.Boost },
        Group group => All(group.Clauses, group.Boost),
        HasFacet facet => Filter(facet),
        InYears years => Filter(years),
        _ => throw new NotSupportedException($"The index does not know how to search a {node.GetType().Name}."),
    };

    private PlanNode Term(QueryTerm term)
        => term is { Kind: TermKind.Words, IsPhrase: false, Field: TextField.Any } ? Word(term) : Leaf(term, []);

    /// <summary>A plain word is found in compounds too, and a compound as its parts.</summary>
    private PlanNode Word(QueryTerm term)
    {
        var word = TextAnalyzer.For(language).WordOf(term.Text).Folded;
        var compounds = Compounds.Containing(word, language, vocabulary).Select(compound => new Alternative(TermSpace.Words, [Encoding.UTF8.GetBytes(compound)], Ranking.InCompound));
        var leaf = Leaf(term, [.. compounds]);
        var parts = Compounds.PartsOf(word, language, vocabulary);
        return parts.Count < 2 ? leaf : new PlanAny
        {
            Nodes = [leaf, new PlanAll { Boost = Ranking.Parts, Wanted = [.. parts.Select(Part)], Required = [], Excluded = [] }],
        };
    }

    private PlanLeaf Part(string word)
    {
        var ways = TextAnalyzer.ForQuery(language).Select(analyzer => analyzer.WordOf(word).Term).Distinct(StringComparer.Ordinal);
        var leaf = new PlanLeaf { Number = _leaves.Count, Alternatives = [.. ways.Select(way => new Alternative(TermSpace.Stems, [Encoding.UTF8.GetBytes(way)], 1))] };
        _leaves.Add(leaf);
        return leaf;
    }

    private PlanLeaf Leaf(QueryTerm term, IReadOnlyList<Alternative> others)
    {
        IReadOnlyList<Alternative> alternatives = term.Kind switch
        {
            TermKind.Prefix => Words(term, vocabulary.StartingWith(term.Pattern, MaxExpansions + 1, cancellationToken)),
            TermKind.Wildcard => Words(term, vocabulary.Fitting(term.Pattern, MaxExpansions + 1, cancellationToken)),
            // What the word itself finds, and its near spellings.
            TermKind.Fuzzy => [.. Stems(term), .. Words(term, vocabulary.Near(term.Pattern, term.Edits, MaxExpansions + 1, cancellationToken))],
            _ => [.. Stems(term)],
        };
        var leaf = new PlanLeaf
        {
            Number = _leaves.Count,
            Alternatives = [.. alternatives, .. others],
            Field = term.Field,
            Boost = (float)term.Boost,
            Term = term,
            IsPlain = term is { Kind: TermKind.Words, IsPhrase: false },
        };
        _leaves.Add(leaf);
        return leaf;
    }

    private static IEnumerable<Alternative> Stems(QueryTerm term)
        => term.Alternatives.Select(way => new Alternative(TermSpace.Stems, [.. way.Split(' ').Select(Encoding.UTF8.GetBytes)], 1, term.IsPhrase ? term.Slop : 0));

    private List<Alternative> Words(QueryTerm term, IReadOnlyList<KnownWord> words)
    {
        if (words.Count > MaxExpansions)
        {
            _notes.Add($"'{term.Text}' stands for more than {MaxExpansions} words; the {MaxExpansions} most frequent were searched.");
        }

        return [.. words.Take(MaxExpansions).Select(word => new Alternative(TermSpace.Words, [Encoding.UTF8.GetBytes(word.Text)], Ranking.Misspelt[word.Edits]))];
    }

    private PlanFilter Filter(HasFacet facet)
    {
        var numbers = facet.Values.Select(value => facets.Known(new FacetValue(facet.Facet, value))).OfType<int>().ToArray();
        return new PlanFilter((segment, item) => segment.FacetsOf(item).ContainsAny(numbers));
    }

    private static PlanFilter Filter(InYears years)
    {
        var from = years.From is { } first ? new DateTimeOffset(Math.Clamp(first, 1, 9999), 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() : long.MinValue;
        var until = years.To is { } last and < 9999 ? new DateTimeOffset(Math.Max(last + 1, 1), 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() : long.MaxValue;
        return new PlanFilter((segment, item) => segment.Items.Dates[item] >= from && segment.Items.Dates[item] < until);
    }
}
