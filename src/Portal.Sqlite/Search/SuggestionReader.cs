using System.Text.Json;
using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.Sqlite.Search;

/// <summary>Titles, other names and headings that go on from what was typed.</summary>
internal static class SuggestionReader
{
    private const int MaxWords = 8;

    public static async Task<IReadOnlyList<SearchSuggestion>> ReadAsync(DbSession session, string text, int size, CancellationToken cancellationToken)
    {
        var words = IndexedText.FoldedWords(text).Take(MaxWords).ToList();
        var suggestions = new Dictionary<string, SearchSuggestion>(StringComparer.OrdinalIgnoreCase);
        if (words.Count == 0 || size <= 0)
        {
            return [];
        }

        // Best first, each cut off as soon as there are enough: titles that begin so, titles with a word that does, then headings.
        var anywhere = string.Join(" AND ", words.Select((word, i) => FtsExpression.Term(word) + (i == words.Count - 1 ? "*" : "")));
        var begins = $"^ {FtsExpression.Term(string.Join(' ', words))}*";
        foreach (var expression in new[] { $"title : {begins}", $"title : ({anywhere})", $"heading : {begins}", $"heading : ({anywhere})" })
        {
            var rows = await session.QueryAsync<Row>(
                """
                select i.title, i.type, i.path, i.names, s.anchor, s.heading
                from (select rowid from search_name where search_name match @expression limit @limit) n
                join search_section s on s.id = n.rowid
                join search_item i on i.id = n.rowid >> 12
                """,
                new { expression, limit = size * 4 }, cancellationToken);
            foreach (var row in rows)
            {
                var suggestion = expression.StartsWith('t')
                    ? new SearchSuggestion(row.TitleOrName(words), row.Type, row.Path)
                    : new SearchSuggestion(row.Heading!, row.Type, row.Anchor is null ? row.Path : $"{row.Path}#{row.Anchor}");
                suggestions.TryAdd(suggestion.Text, suggestion);
            }

            if (suggestions.Count >= size)
            {
                break;
            }
        }

        return [.. suggestions.Values.Take(size)];
    }

    private sealed record Row(string Title, string Type, string Path, string Names, string? Anchor, string? Heading)
    {
        /// <summary>The name that has the words when the title has not.</summary>
        public string TitleOrName(List<string> words)
            => new[] { Title }.Concat(JsonSerializer.Deserialize<string[]>(Names)!).FirstOrDefault(name => Has(name, words)) ?? Title;

        private static bool Has(string name, List<string> words)
        {
            var folded = IndexedText.FoldedWords(name).ToList();
            return words.SkipLast(1).All(folded.Contains) && folded.Exists(word => word.StartsWith(words[^1], StringComparison.Ordinal));
        }
    }
}
