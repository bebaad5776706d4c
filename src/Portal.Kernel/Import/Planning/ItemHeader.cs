using System.Collections.Frozen;

namespace Portal.Kernel.Import.Planning;

/// <summary>What a file says of its item by the keys that mean the same for every type.</summary>
internal sealed record ItemHeader
{
    public const string TypeKey = "type", IdKey = "id", TitleKey = "title", SlugKey = "slug", LanguageKey = "language", OwnerKey = "owner",
        AuthorKey = "author", CreatedKey = "created", PublishedKey = "published", ReviewByKey = "reviewBy", StateKey = "state", PartsKey = "parts";

    public static readonly FrozenSet<string> Keys = FrozenSet.Create(
        StringComparer.Ordinal, TypeKey, IdKey, TitleKey, SlugKey, LanguageKey, OwnerKey, AuthorKey, CreatedKey, PublishedKey, ReviewByKey, StateKey,
        PartsKey);

    /// <summary>Of a file that could not be read.</summary>
    public static readonly ItemHeader None = new();

    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? Slug { get; init; }
    public string? Language { get; init; }
    public string? Owner { get; init; }
    public string? Author { get; init; }
    public DateTime? Created { get; init; }

    /// <summary>When it was first public.</summary>
    public DateTime? Published { get; init; }
    public DateOnly? ReviewBy { get; init; }
    public ItemState State { get; init; }

    /// <summary>Lines of these keys.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = FrozenDictionary<string, int>.Empty;

    public int? Line(string key) => Lines.TryGetValue(key, out var line) ? line : null;
}

/// <summary>What is to become of an item: public; a draft, its public edition staying as it is; or without a public edition.</summary>
internal enum ItemState
{
    Published,
    Draft,
    Withdrawn,
}
