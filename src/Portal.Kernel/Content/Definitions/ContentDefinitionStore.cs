using System.Runtime.CompilerServices;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Definitions;

/// <summary>Keeps the site's content definitions: as documents in the database, and in memory until they change.</summary>
public sealed class ContentDefinitionStore(IDatabase database, DocumentStore documents, ChangeFeed feed) : IChangeListener
{
    private const string Types = "content-type";
    private const string Parts = "content-part";

    private readonly ConditionalWeakTable<DbSession, ContentDefinitions> _bySession = [];
    private readonly Cached<ContentDefinitions> _current = new();

    /// <summary>The definitions that readers go by.</summary>
    public ValueTask<ContentDefinitions> GetAsync(CancellationToken cancellationToken) => _current.GetAsync(
        async token =>
        {
            await using var session = await database.ReadAsync(token);
            return await LoadAsync(session, token);
        },
        cancellationToken);

    /// <summary>The definitions as this unit of work sees them, its own changes included; read once a session.</summary>
    public async ValueTask<ContentDefinitions> CurrentAsync(DbSession session, CancellationToken cancellationToken)
    {
        if (!_bySession.TryGetValue(session, out var known))
        {
            known = await LoadAsync(session, cancellationToken);
            _bySession.AddOrUpdate(session, known);
        }

        return known;
    }

    /// <summary>Saves the types and parts that differ from <paramref name="before"/>, and removes those that are no longer there. Returns how many.</summary>
    public async Task<int> SaveAsync(DbSession session, ContentDefinitions before, ContentDefinitions after, CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var type in after.Types.Where(type => !ReferenceEquals(type, before.Type(type.Name))))
        {
            await documents.PutAsync(session, Types, type.Name, ContentDefinitionJson.Write(type), cancellationToken);
            changed++;
        }

        foreach (var part in after.Parts.Where(part => !ReferenceEquals(part, before.Part(part.Name))))
        {
            await documents.PutAsync(session, Parts, part.Name, ContentDefinitionJson.Write(part), cancellationToken);
            changed++;
        }

        foreach (var type in before.Types.Where(type => after.Type(type.Name) is null))
        {
            await documents.RemoveAsync(session, Types, type.Name, cancellationToken);
            changed++;
        }

        foreach (var part in before.Parts.Where(part => after.Part(part.Name) is null))
        {
            await documents.RemoveAsync(session, Parts, part.Name, cancellationToken);
            changed++;
        }

        if (changed > 0)
        {
            _bySession.AddOrUpdate(session, after);
            feed.Add(session, [ChangeFeed.Definitions]);
        }

        return changed;
    }

    public ValueTask ChangedAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        if (ChangeFeed.Concerns(tags, ChangeFeed.Definitions))
        {
            _current.Forget();
        }

        return ValueTask.CompletedTask;
    }

    private async Task<ContentDefinitions> LoadAsync(DbSession session, CancellationToken cancellationToken)
    {
        var types = await documents.AllAsync(session, Types, cancellationToken);
        var parts = await documents.AllAsync(session, Parts, cancellationToken);
        return new ContentDefinitions(
            types.Select(json => ContentDefinitionJson.MergeType(null, json)),
            parts.Select(json => ContentDefinitionJson.MergePart(null, json)));
    }
}
