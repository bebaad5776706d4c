using System.Collections.Frozen;

namespace Portal.Kernel.Content.Taxonomies;

/// <summary>A taxonomy as of one moment. <see cref="Name"/> is its alias, as addresses and front matter write it (<c>prevention-level</c>).</summary>
public sealed class Taxonomy
{
    private readonly FrozenDictionary<string, Term> _byId;
    private readonly FrozenDictionary<string, Term> _bySlug;

    public Taxonomy(string itemId, string name, string title, IReadOnlyList<Term> terms)
    {
        (ItemId, Name, Title, Terms) = (itemId, name, title, terms);
        _byId = terms.DistinctBy(term => term.ItemId).ToFrozenDictionary(term => term.ItemId, StringComparer.Ordinal);
        _bySlug = terms.DistinctBy(term => term.Slug).ToFrozenDictionary(term => term.Slug, StringComparer.Ordinal);
    }

    public string ItemId { get; }

    public string Name { get; }

    public string Title { get; }

    /// <summary>All terms, narrower ones right after the one they stand under.</summary>
    public IReadOnlyList<Term> Terms { get; }

    public Term? BySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    public Term? ById(string itemId) => _byId.GetValueOrDefault(itemId);

    /// <summary>The term and those it stands under, narrowest first.</summary>
    public IEnumerable<Term> WithBroader(Term term)
    {
        for (var current = term; current is not null; current = current.BroaderId is { } broader ? ById(broader) : null)
        {
            yield return current;
        }
    }
}

/// <summary>A term. <paramref name="BroaderId"/> is the id of the term it is nested under, <paramref name="Depth"/> how deep, from 0.</summary>
public sealed record Term(string ItemId, string Slug, string Title, string? BroaderId, int Depth)
{
    /// <summary>Other names, by which people look for it.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];
}
