using Portal.Kernel.Search.Analysis;

namespace Portal.Kernel.Search;

/// <summary>A facet as a query may name it: by its name or title, and its values by what addresses or people call them.</summary>
public sealed record FacetName(string Name, string Title, IReadOnlyList<FacetLabel> Values);

/// <param name="Value">As the index has it, for example <c>be</c>.</param>
/// <param name="Label">As the screen has it, for example <c>Belgium</c>.</param>
public sealed record FacetLabel(string Value, string Label);

/// <summary>The facets that are fields of the query language (<c>country:Belgium</c>). Case, accents, gaps and hyphens do not matter. Immutable.</summary>
public sealed class FacetNames
{
    /// <summary>The facet of the language that an item is written in; its values are BCP 47.</summary>
    public const string Language = "language";

    public static readonly FacetNames None = new([]);

    private readonly Dictionary<string, Known> _byKey = new(StringComparer.Ordinal);

    public FacetNames(IEnumerable<FacetName> facets)
    {
        var known = facets.Select(facet => (Facet: facet, Known: new Known(facet))).ToList();
        foreach (var (facet, values) in known)
        {
            _byKey.TryAdd(Folding.Fold(facet.Name), values);
        }

        foreach (var (facet, values) in known)
        {
            _byKey.TryAdd(Folding.Fold(facet.Title), values);
        }
    }

    /// <summary>A value of a facet as the index has it, whatever its case is here; null when there is none, or no such facet.</summary>
    public string? ValueOf(string facet, string value) => Find(facet) is { } known && known.Name == facet ? known.Written(value) : null;

    internal Known? Find(ReadOnlySpan<char> name) => _byKey.GetValueOrDefault(Folding.Fold(name));

    /// <summary>A facet and its values, by how they may be written.</summary>
    internal sealed class Known
    {
        private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);
        private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

        public Known(FacetName facet)
        {
            Name = facet.Name;
            foreach (var value in facet.Values)
            {
                _written.Add(value.Value);
                Add(value.Value, value.Value);
            }

            foreach (var value in facet.Values)
            {
                Add(value.Label, value.Value);
            }
        }

        public string Name { get; }

        /// <summary>The value as the index has it; also a plural finds its singular (<c>type:handbooks</c>).</summary>
        public string? Value(ReadOnlySpan<char> text)
            => Folding.Fold(text) is { Length: > 0 } key ? _values.GetValueOrDefault(key) ?? _stems.GetValueOrDefault(Stem(key)) : null;

        public string? Written(string value) => _written.TryGetValue(value, out var written) ? written : null;

        private void Add(string written, string value)
        {
            var key = Folding.Fold(written);
            if (key.Length > 0 && _values.TryAdd(key, value))
            {
                _stems.TryAdd(Stem(key), value);
            }
        }

        private static string Stem(string key) => TextAnalyzer.Default.WordOf(key).Term;
    }
}
