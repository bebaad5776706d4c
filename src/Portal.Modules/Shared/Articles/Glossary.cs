using System.Collections.Frozen;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.Modules.Shared.Articles;

/// <summary>The published glossary, kept in memory until a term changes: explains terms in texts, and gives search its synonyms.</summary>
public sealed class Glossary(IDatabase database, ContentStore store, MarkdownRenderer renderer) : IChangeListener
{
    public const string ContentType = "GlossaryTerm";

    /// <summary>The tag of pages that show or mark terms.</summary>
    public static readonly string Tag = ChangeFeed.Type(ContentType);

    private readonly Cached<GlossarySnapshot> _current = new();

    public ValueTask<GlossarySnapshot> GetAsync(CancellationToken cancellationToken) => _current.GetAsync(LoadAsync, cancellationToken);

    public ValueTask ChangedAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        if (ChangeFeed.Concerns(tags, Tag))
        {
            _current.Forget();
        }

        return ValueTask.CompletedTask;
    }

    private async Task<GlossarySnapshot> LoadAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var items = await store.PublishedOfTypeAsync(session, ContentType, cancellationToken);
        return new GlossarySnapshot([.. items.Select(Entry)]);
    }

    private GlossaryEntry Entry(ContentItem item)
    {
        var markdown = item.Part<MarkdownBodyPart>().Markdown ?? "";
        var path = item.Path();
        return new GlossaryEntry(
            item.ContentItemId,
            path[(path.LastIndexOf('/') + 1)..],
            item.Title(),
            path,
            item.Values("Abbreviations"),
            item.Values("Synonyms"),
            renderer.FirstParagraph(markdown),
            renderer.Render(markdown, TermIndex.None, [], anchors: false).Html);
    }
}

/// <summary>The glossary as of one moment.</summary>
public sealed class GlossarySnapshot
{
    private readonly FrozenDictionary<string, GlossaryEntry> _bySlug;

    public GlossarySnapshot(IReadOnlyList<GlossaryEntry> entries)
    {
        Entries = [.. entries.OrderBy(entry => entry.Title, StringComparer.InvariantCultureIgnoreCase)];
        _bySlug = entries.DistinctBy(entry => entry.Slug).ToFrozenDictionary(entry => entry.Slug, StringComparer.Ordinal);
        Terms = new TermIndex(entries.SelectMany(Wordings));
        Synonyms = new Synonyms([.. entries
            .Select(entry => (IReadOnlyList<string>)[entry.Title, .. entry.Abbreviations.Where(SaysSomething), .. entry.Synonyms.Where(SaysSomething)])
            .Where(set => set.Count > 1)]);
    }

    public IReadOnlyList<GlossaryEntry> Entries { get; }

    public TermIndex Terms { get; }

    public Synonyms Synonyms { get; }

    public GlossaryEntry? BySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    private static IEnumerable<TermWording> Wordings(GlossaryEntry entry)
        => new[] { entry.Title }.Concat(entry.Synonyms).Select(text => new TermWording(entry.Slug, text, CaseSensitive: IsName(text)))
            .Concat(entry.Abbreviations.Select(text => new TermWording(entry.Slug, text, CaseSensitive: true)))
            .Where(wording => SaysSomething(wording.Text));

    // A single letter would be explained in every other sentence, and widen every other search.
    private static bool SaysSomething(string text) => text.Count(char.IsLetterOrDigit) > 1;

    // A word with a capital after its first letter, or of several capitalised words, is a name: 'Channel Programme' is not any channel programme.
    private static bool IsName(string text)
        => text.Skip(1).Any(char.IsUpper) && text.Split(' ').All(word => word.Length < 4 || char.IsUpper(word[0]));
}
