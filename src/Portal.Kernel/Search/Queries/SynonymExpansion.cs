using System.Runtime.CompilerServices;

namespace Portal.Kernel.Search.Queries;

/// <summary>
/// Lets the wordings of a set be found for one another, both ways. Each word of a wording that was typed may be found as itself or as another wording of
/// its set; (a or S) and (b or S) is the same as (a and b) or S.
/// </summary>
internal static class SynonymExpansion
{
    private const int MaxWords = 8;
    private const int MaxOthers = 16;

    // A set of synonyms lives for many queries; analysing it belongs to none of them.
    private static readonly ConditionalWeakTable<Synonyms, Table> Tables = [];

    /// <summary>Adds alternatives to the words in <paramref name="clauses"/>; returns the wordings added, as their set writes them.</summary>
    public static IReadOnlyList<string> Apply(List<QueryClause> clauses, Synonyms synonyms)
    {
        var table = Tables.GetValue(synonyms, made => new Table(made));
        var added = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var plain = clauses.Select(clause => clause is { Occur: not Occur.Excluded, Node: QueryTerm { IsPhrase: false } term } ? term : null).ToList();
        for (var first = 0; first < plain.Count; first++)
        {
            for (var end = first + 1; end <= Math.Min(plain.Count, first + MaxWords) && plain[end - 1] is not null; end++)
            {
                var others = Others(plain.GetRange(first, end - first)!);
                for (var i = first; i < end && others.Count > 0; i++)
                {
                    clauses[i] = clauses[i] with { Node = With((QueryTerm)clauses[i].Node, others) };
                }
            }

            if (clauses[first] is { Occur: not Occur.Excluded, Node: AnyOf any })
            {
                clauses[first] = clauses[first] with { Node = new AnyOf([.. any.Nodes.Select(node => node is QueryTerm { IsPhrase: false } term ? With(term, Others([term])) : node)]) };
            }
        }

        return [.. added.Values];

        List<string> Others(IReadOnlyList<QueryTerm> words)
        {
            var sequences = new List<string>();
            foreach (var wording in table.OthersFor(words))
            {
                added.TryAdd(wording.Text, wording.Text);
                sequences.AddRange(wording.Sequences);
            }

            return sequences;
        }
    }

    private static QueryTerm With(QueryTerm term, List<string> sequences)
        => term with { Others = [.. term.Others.Concat(sequences).Distinct(StringComparer.Ordinal).Take(MaxOthers)] };

    private sealed record Wording(string Text, IReadOnlyList<string> Sequences);

    private sealed class Table
    {
        private readonly Dictionary<string, List<List<Wording>>> _sets = new(StringComparer.Ordinal);

        public Table(Synonyms synonyms)
        {
            foreach (var set in synonyms.Sets)
            {
                var wordings = set.Select(text => (Text: text, Words: QueryTerms.Words(text)))
                    // 'WHO' would be found in every question.
                    .Where(wording => wording.Words.Any(word => !word.IsStop))
                    .Select(wording => new Wording(wording.Text, QueryTerms.Sequences(wording.Words)))
                    .ToList();
                foreach (var sequence in wordings.SelectMany(wording => wording.Sequences).Distinct(StringComparer.Ordinal))
                {
                    (_sets.TryGetValue(sequence, out var sets) ? sets : _sets[sequence] = []).Add(wordings);
                }
            }
        }

        public IEnumerable<Wording> OthersFor(IReadOnlyList<QueryTerm> words)
        {
            var typed = QueryTerms.Sequences(words);
            return typed.SelectMany(sequence => _sets.GetValueOrDefault(sequence, []))
                .Distinct()
                .SelectMany(set => set.Where(wording => !wording.Sequences.Intersect(typed, StringComparer.Ordinal).Any()));
        }
    }
}
