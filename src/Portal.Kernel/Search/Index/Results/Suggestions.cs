using System.Text;
using System.Text.Json;
using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Reading;
using Portal.Kernel.Search.Index.Scoring;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>
/// Titles, other names and headings that have all the words that were typed, each of which may be a beginning. Titles that begin so come first, then titles
/// that have the words, then the like of headings. When there are none, those that have the telling words, then those with words taken apart that were typed
/// as one, then words that are nearly so.
/// </summary>
internal sealed class Suggestions(SearchRun run)
{
    private const int MaxExpansions = 200;
    private const float Beginning = 0.9f;
    private const float Near = 0.3f;

    /// <summary>More than all other words of a name are worth together.</summary>
    private const float FirstWord = 8;

    /// <summary>A word that begins a name counts twice: see <see cref="Format.SegmentData"/>.</summary>
    private const float Begins = 1.5f;

    private readonly Vocabulary _vocabulary = new(run.State, TermSpace.Names);

    public async Task<IReadOnlyList<SearchSuggestion>> OfAsync(string text, int size, CancellationToken cancellationToken)
    {
        var typed = TypedWords.Of(text);
        foreach (var words in typed.Readings(_vocabulary, cancellationToken).TakeWhile(_ => size > 0))
        {
            if (await OfAsync(words, size, near: false, cancellationToken) is { Count: > 0 } suggestions)
            {
                return suggestions;
            }
        }

        return typed.Telling.Count == 0 || size <= 0 ? [] : await OfAsync(typed.Telling, size, near: true, cancellationToken);
    }

    private async Task<IReadOnlyList<SearchSuggestion>> OfAsync(List<string> words, int size, bool near, CancellationToken cancellationToken)
    {
        var alternatives = words.Select(word => Alternatives(word, near, cancellationToken)).ToList();
        var suggestions = new Dictionary<string, SearchSuggestion>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in new[] { TextField.Title, TextField.Heading })
        {
            var best = await BestAsync(alternatives, field, size * 4, cancellationToken);
            foreach (var suggestion in await ReadAsync(best, field, words, cancellationToken))
            {
                suggestions.TryAdd(suggestion.Text, suggestion);
            }

            if (suggestions.Count >= size)
            {
                break;
            }
        }

        return [.. suggestions.Values.Take(size)];
    }

    private List<Alternative> Alternatives(string word, bool near, CancellationToken cancellationToken)
    {
        var known = _vocabulary.StartingWith(word, MaxExpansions, cancellationToken).Select(found => (found.Text, Weight: found.Text == word ? 1 : Beginning));
        if (near)
        {
            known = known.Concat(_vocabulary.Near(word, Spelling.Tolerance(word.Length), MaxExpansions, cancellationToken, beginnings: true)
                .Where(found => Likeness.BeginsAlike(word, found.Text)).Select(found => (found.Text, Weight: Near)));
        }

        // The whole word, should the most frequent that begin so have crowded it out.
        return [.. known.Append((Text: word, Weight: 1)).DistinctBy(found => found.Text).Select(found => new Alternative(TermSpace.Names, [Encoding.UTF8.GetBytes(found.Text)], found.Weight))];
    }

    private async Task<IReadOnlyList<ItemMatch>> BestAsync(IReadOnlyList<List<Alternative>> words, TextField field, int count, CancellationToken cancellationToken)
    {
        var leaves = words.Select((alternatives, number) => new PlanLeaf { Number = number, Alternatives = alternatives, Field = field }).ToList();
        var lists = await run.FlatAsync(leaves, cancellationToken);
        var best = new BestItems(new ItemOrder(run.State, SearchSort.Relevance), count);
        for (var segment = 0; segment < run.State.Segments.Count; segment++)
        {
            var all = Lists.All(run.Arena, [.. lists.Select((list, word) => Score(list[segment], first: word == 0))]);
            for (var place = 0; place < all.Count; place++)
            {
                best.Add(new ItemMatch(segment, run.State.Segments[segment].Segment.ItemOf(all.Sections[place]), all.Sections[place], 1, 0, all.Scores[place]));
            }
        }

        return best.InOrder();
    }

    // Only of the first word it matters whether it begins the name.
    private MatchList Score(MatchList list, bool first)
    {
        var scored = run.Arena.List(list.Count);
        for (var place = 0; place < list.Count; place++)
        {
            var begins = list.Scores[place] > Begins;
            scored.Add(list.Sections[place], begins ? (list.Scores[place] / 2) + (first ? FirstWord : 0) : Math.Min(list.Scores[place], 1));
        }

        return scored;
    }

    private async Task<IEnumerable<SearchSuggestion>> ReadAsync(IReadOnlyList<ItemMatch> best, TextField field, List<string> words, CancellationToken cancellationToken)
    {
        if (best.Count == 0)
        {
            return [];
        }

        var ids = best.Select(match => run.State.Segments[match.Segment].Segment.SectionId(match.First)).ToList();
        var rows = await run.Session.QueryAsync<Row>(
            $"""
            select s.id as Id, i.title as Title, i.type as Type, i.path as Path, i.names as Names, s.anchor as Anchor, s.heading as Heading
            from search_section s join search_item i on i.id = s.id / {SectionId.MaxSections} where s.id in ({string.Join(',', ids)})
            """,
            null, cancellationToken);
        var byId = rows.ToDictionary(row => row.Id);
        return ids.Select(id => byId[id]).Select(row => field == TextField.Title
            ? new SearchSuggestion(row.TitleOrName(words), row.Type, row.Path)
            : new SearchSuggestion(row.Heading!, row.Type, SearchSection.AddressOf(row.Path, row.Anchor)));
    }

    private sealed record Row(long Id, string Title, string Type, string Path, string Names, string? Anchor, string? Heading)
    {
        /// <summary>The name that has the words when the title has not.</summary>
        public string TitleOrName(List<string> words)
            => new[] { Title }.Concat(JsonSerializer.Deserialize<string[]>(Names)!).FirstOrDefault(name => Has(name, words)) ?? Title;

        private static bool Has(string name, List<string> words)
        {
            var folded = TypedWords.Folded(name).ToList();
            return words.TrueForAll(word => folded.Exists(one => one.StartsWith(word, StringComparison.Ordinal)));
        }
    }
}
