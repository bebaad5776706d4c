using System.Runtime.CompilerServices;
using Portal.Kernel.Search.Analysis;

namespace Portal.Kernel.Search.Queries;

/// <summary>A wording of a set of synonyms, and how it may stand in a text.</summary>
/// <param name="HasPlural">Whether one of these is a plural that no stemming finds.</param>
internal sealed record Wording(string Text, IReadOnlyList<string> Sequences, bool HasPlural);

/// <summary>Sets of synonyms as the analyzers of a query see them.</summary>
internal sealed class SynonymTable
{
    // A set of synonyms lives for many queries; analysing it belongs to none of them.
    private static readonly ConditionalWeakTable<Synonyms, List<(IReadOnlyList<TextAnalyzer> Analyzers, SynonymTable Table)>> Tables = [];

    private readonly Dictionary<string, List<List<Wording>>> _sets = new(StringComparer.Ordinal);

    private SynonymTable(Synonyms synonyms, IReadOnlyList<TextAnalyzer> analyzers)
    {
        var terms = new QueryTerms(analyzers);
        foreach (var set in synonyms.Sets)
        {
            var wordings = set.Select(text => (Text: text, Words: terms.Words(text)))
                // 'WHO' would be found in every question.
                .Where(wording => wording.Words.Any(word => !word.IsStop))
                .Select(wording => IsAbbreviation(wording.Words)
                    ? new Wording(wording.Text, [.. QueryTerms.Sequences(wording.Words), Folding.Fold(wording.Text) + "s"], HasPlural: true)
                    : new Wording(wording.Text, QueryTerms.Sequences(wording.Words), HasPlural: false))
                .ToList();
            foreach (var sequence in wordings.SelectMany(wording => wording.Sequences).Distinct(StringComparer.Ordinal))
            {
                (_sets.TryGetValue(sequence, out var sets) ? sets : _sets[sequence] = []).Add(wordings);
            }
        }
    }

    public static SynonymTable Of(Synonyms synonyms, IReadOnlyList<TextAnalyzer> analyzers)
    {
        var tables = Tables.GetValue(synonyms, _ => []);
        lock (tables)
        {
            if (tables.Find(known => known.Analyzers.SequenceEqual(analyzers)).Table is { } made)
            {
                return made;
            }

            var table = new SynonymTable(synonyms, analyzers);
            tables.Add((analyzers, table));
            return table;
        }
    }

    /// <summary>The other wordings of the sets that these words are a wording of; an abbreviation itself too, for its plural.</summary>
    public IEnumerable<(Wording Wording, bool IsTyped)> OthersFor(IReadOnlyList<QueryTerm> words)
    {
        var typed = QueryTerms.Sequences(words);
        return typed.SelectMany(sequence => _sets.GetValueOrDefault(sequence, []))
            .Distinct()
            .SelectMany(set => set)
            .Select(wording => (Wording: wording, IsTyped: wording.Sequences.Intersect(typed, StringComparer.Ordinal).Any()))
            .Where(other => !other.IsTyped || other.Wording.HasPlural);
    }

    /// <summary>Stemming leaves 'CSOs' as it is, for 'gas' and 'bus' are no plurals.</summary>
    private static bool IsAbbreviation(IReadOnlyList<QueryTerm> words)
        => words is [{ Text: var word }] && word.Count(char.IsLetter) > 1 && word.Where(char.IsLetter).All(char.IsUpper);
}
