using Portal.Kernel.Search.Analysis;
using Portal.Kernel.Search.Index.Format;
using Portal.Kernel.Search.Queries;

namespace Portal.Kernel.Search.Index.Writing;

/// <summary>Collects a unit of work's documents in memory, until they are written as a segment.</summary>
internal sealed class SegmentBuilder
{
    /// <summary>Places from one name of an item to the next: phrases do not run across, nor near words.</summary>
    private const int Gap = 100;

    private const int TermOverhead = 200;

    private readonly SegmentItemsBuilder _items = new();
    private readonly ByteBuffer _titles = new();
    private readonly ByteBuffer _headings = new();
    private readonly ByteBuffer _bodies = new();
    private readonly Dictionary<string, PostingEncoder> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PostingEncoder> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PostingEncoder> _names = new(StringComparer.Ordinal);

    // The analysis gives out the same object for the same word nearly always.
    private readonly Dictionary<Word, (PostingEncoder Stem, PostingEncoder Folded)> _known = new(ReferenceEqualityComparer.Instance);
    private int _tokens;

    public int Sections => _items.Sections;

    /// <summary>About how much memory it takes.</summary>
    public int Size => (_tokens * 4) + ((_stems.Count + _words.Count) * TermOverhead) + _items.Size;

    public void Add(long id, AnalyzedDocument analyzed)
    {
        var document = analyzed.Document;
        foreach (var value in document.Facets.Prepend(new FacetValue(FacetNames.Language, document.Language)).Prepend(new FacetValue("type", document.Type)).Distinct())
        {
            _items.AddFacet(value);
        }

        var first = _items.Sections;
        _items.AddItem(id, analyzed.Sections.Count, document.Date.ToUnixTimeMilliseconds(), ItemKey.Of(document.Title, document.Path));
        var title = 0;
        for (var place = 0; place < analyzed.Sections.Count; place++)
        {
            var section = analyzed.Sections[place];
            var number = first + place;
            // A section is found by its own words together with its item's.
            title = AddTitles(number, analyzed.Titles);
            _titles.Byte(FieldLength.Encode(title));
            _headings.Byte(FieldLength.Encode(Add(number, TextField.Heading, section.Heading, 0)));
            _bodies.Byte(FieldLength.Encode(Add(number, TextField.Body, section.Body, 0)));
            AddNames(number, place == 0 ? analyzed.Titles : [], section.Heading);
        }
    }

    public SegmentContents Build() => new(_items.Build(), _titles.ToArray(), _headings.ToArray(), _bodies.ToArray(), _stems, _words, _names);

    private int AddTitles(int section, IReadOnlyList<IReadOnlyList<Token>> titles)
    {
        var (words, position) = (0, 0);
        foreach (var title in titles)
        {
            var length = Add(section, TextField.Title, title, position);
            words += length;
            position += length + Gap;
        }

        return words;
    }

    /// <summary>Returns how many words the text has.</summary>
    private int Add(int section, TextField field, IReadOnlyList<Token> tokens, int position)
    {
        var words = 0;
        foreach (var token in tokens)
        {
            if (!_known.TryGetValue(token.Word, out var encoders))
            {
                encoders = (Encoder(_stems, token.Word.Term, withPositions: true), Encoder(_words, token.Word.Folded, withPositions: false));
                _known.Add(token.Word, encoders);
            }

            // A compound stands where its last part does, so that a phrase that goes on behind it is found.
            var place = position + token.Position + token.Parts - 1;
            encoders.Stem.Add(section, field, place);
            encoders.Folded.Add(section, field, place);
            words += token.Parts == 1 ? 1 : 0;
        }

        _tokens += tokens.Count;
        return words;
    }

    private void AddNames(int section, IReadOnlyList<IReadOnlyList<Token>> titles, IReadOnlyList<Token> heading)
    {
        var found = new Dictionary<string, (int Title, int Heading)>(StringComparer.Ordinal);
        foreach (var token in titles.SelectMany(title => title))
        {
            found[token.Word.Folded] = (Math.Max(found.GetValueOrDefault(token.Word.Folded).Title, token.Position == 0 ? 2 : 1), 0);
        }

        foreach (var token in heading)
        {
            var known = found.GetValueOrDefault(token.Word.Folded);
            found[token.Word.Folded] = (known.Title, Math.Max(known.Heading, token.Position == 0 ? 2 : 1));
        }

        foreach (var (word, at) in found)
        {
            Encoder(_names, word, withPositions: false).Add(section, new Frequency(at.Title, at.Heading, 0), []);
        }
    }

    private static PostingEncoder Encoder(Dictionary<string, PostingEncoder> encoders, string term, bool withPositions)
        => encoders.TryGetValue(term, out var known) ? known : encoders[term] = new PostingEncoder(withPositions);
}

/// <summary>What was collected, ready to be written.</summary>
internal sealed record SegmentContents(
    SegmentItems Items, byte[] Titles, byte[] Headings, byte[] Bodies,
    Dictionary<string, PostingEncoder> Stems, Dictionary<string, PostingEncoder> Words, Dictionary<string, PostingEncoder> Names);
