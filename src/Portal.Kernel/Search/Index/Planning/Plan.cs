using System.Text;
using Portal.Kernel.Search.Index.Reading;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Planning;

/// <summary>A query as the index runs it.</summary>
internal sealed class Plan
{
    public required PlanAll Root { get; init; }

    /// <summary>The words and phrases, those of excluded parts too; a leaf knows its place here.</summary>
    public required IReadOnlyList<PlanLeaf> Leaves { get; init; }

    /// <summary>What became of the query's terms, by <see cref="QueryNode.Key"/>: a leaf, or with its parts when it is a compound.</summary>
    public IReadOnlyDictionary<string, PlanNode> Terms { get; init; } = new Dictionary<string, PlanNode>(StringComparer.Ordinal);

    /// <summary>Whether sections with less than all that is wanted answer it too: it is words side by side and nothing else.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Whether sections with less than all that is wanted never answer it: it says so itself, by AND.</summary>
    public bool IsStrict { get; init; }

    /// <summary>What bounds kept from being searched.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The words of the index that a term was widened by, by its place in the query's terms; terms that stand for themselves are not there.</summary>
    public IReadOnlyDictionary<int, IReadOnlyCollection<string>> WordsFor(SearchQuery query)
    {
        var terms = query.Terms;
        var words = new Dictionary<int, IReadOnlyCollection<string>>();
        for (var place = 0; place < terms.Count; place++)
        {
            var node = Terms.GetValueOrDefault(terms[place].Key);
            if ((node is PlanAny { Nodes: [PlanLeaf whole, ..] } ? whole : node) is PlanLeaf leaf && leaf.Alternatives.Any(alternative => alternative.Space == TermSpace.Words))
            {
                words[place] = [.. leaf.Alternatives.Where(alternative => alternative.Space == TermSpace.Words).Select(alternative => Encoding.UTF8.GetString(alternative.Terms[0]))];
            }
        }

        return words;
    }
}

internal abstract class PlanNode
{
    public float Boost { get; init; } = 1;
}

/// <summary>A word or a phrase: any of its alternatives is a find, and counts as one and the same word.</summary>
internal sealed class PlanLeaf : PlanNode
{
    public required int Number { get; init; }

    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    public TextField Field { get; init; }

    /// <summary>The query's own term, for what is said about it.</summary>
    public QueryTerm? Term { get; init; }

    /// <summary>A single plain word takes part in nearness.</summary>
    public bool IsPlain { get; init; }
}

/// <summary>Terms that follow one another, or a single one.</summary>
internal sealed record Alternative(TermSpace Space, IReadOnlyList<byte[]> Terms, float Weight, int Slop = 0);

internal sealed class PlanAny : PlanNode
{
    public required IReadOnlyList<PlanNode> Nodes { get; init; }
}

/// <summary>All that is wanted and required, nothing that is excluded.</summary>
internal sealed class PlanAll : PlanNode
{
    public required IReadOnlyList<PlanNode> Wanted { get; init; }
    public required IReadOnlyList<PlanNode> Required { get; init; }
    public required IReadOnlyList<PlanNode> Excluded { get; init; }
}

/// <summary>Decides by item and has no score.</summary>
internal sealed class PlanFilter(Func<Segment, int, bool> passes) : PlanNode
{
    public bool Passes(Segment segment, int item) => passes(segment, item);
}
