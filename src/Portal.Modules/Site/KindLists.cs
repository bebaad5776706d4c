using Portal.Kernel.Data;
using Portal.Kernel.Hosting;

namespace Portal.Modules.Site;

/// <summary>The lists of the site that have something in them, with how much: kept in memory until content changes.</summary>
public sealed class KindLists(IDatabase database, SitePages pages) : IChangeListener
{
    // Lists that the home page may name, each by the address of the module that has it.
    private static readonly (string Type, string Title, string Path)[] All =
    [
        ("Handbook", "Handbooks", "/handbooks"), ("Approach", "Approaches", "/approaches"), ("TrainingModule", "Training", "/training"),
        ("CountryModel", "Country models", "/country-models"), ("Recommendation", "Recommendations", "/recommendations"), ("Standard", "Standards", "/standards"),
        ("Practice", "Practices", "/practices"), ("Organisation", "Organisations", "/organisations"), ("GlossaryTerm", "Glossary", "/glossary"),
    ];

    private readonly Cached<IReadOnlyList<KindLink>> _current = new();

    public ValueTask<IReadOnlyList<KindLink>> GetAsync(CancellationToken cancellationToken) => _current.GetAsync(LoadAsync, cancellationToken);

    public ValueTask ChangedAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        if (ChangeFeed.Concerns(tags, ChangeFeed.Content))
        {
            _current.Forget();
        }

        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<KindLink>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var rows = await session.QueryAsync<Row>("select type as Type, count(*) as Items from content_item where published = 1 group by type", null, cancellationToken);
        var counts = rows.ToDictionary(row => row.Type, row => (int)row.Items, StringComparer.Ordinal);
        return [.. from kind in All
                   where counts.ContainsKey(kind.Type) && pages.Has(kind.Path)
                   select new KindLink(kind.Title, kind.Path, counts[kind.Type])];
    }

    private sealed record Row
    {
        public string Type { get; init; } = "";
        public long Items { get; init; }
    }
}

/// <param name="Count">How many are published.</param>
public sealed record KindLink(string Title, string Path, int Count);
