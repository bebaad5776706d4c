using System.Text;
using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Index.Planning;
using Portal.Kernel.Search.Index.Reading;
using Portal.Kernel.Search.Index.Scoring;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Results;

/// <summary>Items that have the words that tell most about one: frequent in it, rare elsewhere.</summary>
internal sealed class MoreLikeThis(SearchRun run)
{
    private const int MaxTerms = 25;
    private const int MaxSections = 60;
    private const int ShortestWord = 3;

    // A word of the title says what it is about.
    private const int InTitle = 5;

    private static readonly SearchQuery NoWords = new() { Text = "" };

    public async Task<IReadOnlyList<SearchHit>> OfAsync(string itemId, int size, CancellationToken cancellationToken)
    {
        if (await run.Session.FirstOrDefaultAsync<ItemRow>(
            "select id as Id, title as Title, language as Language from search_item where item_id = @itemId", new { itemId }, cancellationToken) is not { } item)
        {
            return [];
        }

        var texts = await run.Session.QueryAsync<string>(
            "select text from search_section where id between @first and @last order by id",
            new { first = SectionId.Of(item.Id, 0), last = SectionId.Of(item.Id, MaxSections - 1) }, cancellationToken);
        var leaves = Telling(item, texts);
        if (leaves.Count == 0)
        {
            return [];
        }

        var root = new PlanAll { Wanted = [new PlanAny { Nodes = leaves }], Required = [Others(item.Id)], Excluded = [] };
        var plan = new Plan { Root = root, Leaves = leaves, Notes = [] };
        var ranked = await RankedItems.FindAsync(run, plan, new SearchRequest { Query = "" }, size, cancellationToken);
        return await new HitReader(run, NoWords, ranked).ReadAsync([.. ranked.Items.Take(size)], cancellationToken);
    }

    private List<PlanLeaf> Telling(ItemRow item, IReadOnlyList<string> texts)
    {
        var analyzer = TextAnalyzer.For(item.Language);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(item.Title, InTitle);
        foreach (var text in texts)
        {
            Count(text, 1);
        }

        var stems = new Vocabulary(run.State, TermSpace.Stems);
        return [.. counts.Select(term => (Term: term.Key, Often: 1 + Math.Log(term.Value), Found: stems.Found(term.Key)))
            .OrderByDescending(term => term.Often * Ranking.Rarity(run.State.Sections, term.Found)).ThenBy(term => term.Term, StringComparer.Ordinal)
            .Take(MaxTerms)
            .Select((term, number) => new PlanLeaf
            {
                Number = number,
                Alternatives = [new Alternative(TermSpace.Stems, [Encoding.UTF8.GetBytes(term.Term)], 1)],
                Boost = (float)term.Often,
            })];

        void Count(string text, int weight)
        {
            foreach (var token in analyzer.Analyze(text))
            {
                if (token.Parts == 1 && !token.Word.IsStop && token.Word.Term.Length >= ShortestWord)
                {
                    counts[token.Word.Term] = counts.GetValueOrDefault(token.Word.Term) + weight;
                }
            }
        }
    }

    private static PlanFilter Others(long item) => new((segment, number) => segment.Items.Ids[number] != item);

    private sealed record ItemRow(long Id, string Title, string Language);
}
