using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Index.Reading;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>Which of the wordings that were searched besides are worth saying: those whose words are in some text, and of those that differ in their endings one.</summary>
internal static class AddedWordings
{
    public static IReadOnlyList<string> Of(SearchQuery query, QueryContext context, IndexState state)
    {
        var stems = new Vocabulary(state, TermSpace.Stems);
        var said = new HashSet<string>(StringComparer.Ordinal) { Key(query.Text) };
        return [.. query.AlsoSearched.Where(wording => context.Analyzers.Any(analyzer => Words(analyzer, wording).All(stems.Has)) && said.Add(Key(wording)))];
    }

    private static string Key(string wording) => string.Join(' ', Words(TextAnalyzer.Default, wording));

    private static IEnumerable<string> Words(TextAnalyzer analyzer, string wording) => analyzer.Analyze(wording).Where(token => token.Parts == 1).Select(token => token.Word.Term);
}
