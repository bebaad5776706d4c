namespace Portal.Kernel.Search.Index.Format;

/// <summary>What a segment knows of its items beside their words: as much as filters, sorting and ties need. In the order of their ids. Immutable.</summary>
internal sealed class SegmentItems
{
    /// <summary>In ascending order.</summary>
    public required long[] Ids { get; init; }

    /// <summary>The number, within the segment, of each item's first section, and at the end how many sections there are.</summary>
    public required int[] FirstSections { get; init; }

    /// <summary>In milliseconds since 1970.</summary>
    public required long[] Dates { get; init; }

    /// <summary>Every facet value there is, by its number within the segment.</summary>
    public required FacetValue[] Values { get; init; }

    /// <summary>Where each item's values begin in <see cref="Facets"/>.</summary>
    public required int[] FacetStarts { get; init; }
    public required int[] Facets { get; init; }

    /// <summary>Where each item's key begins in <see cref="Keys"/>.</summary>
    public required int[] KeyStarts { get; init; }

    /// <summary>The items by the alphabet: title, accents and case aside, then title, then path. No two items have the same.</summary>
    public required byte[] Keys { get; init; }

    public int Count => Ids.Length;

    public ReadOnlySpan<int> FacetsOf(int item) => Facets.AsSpan(FacetStarts[item]..FacetStarts[item + 1]);

    public ReadOnlySpan<byte> KeyOf(int item) => Keys.AsSpan(KeyStarts[item]..KeyStarts[item + 1]);

    public void WriteTo(ByteBuffer target)
    {
        target.Number(Values.Length);
        foreach (var value in Values)
        {
            Text(target, value.Facet);
            Text(target, value.Value);
        }

        target.Number(Count);
        target.Number(Facets.Length);
        target.Number(Keys.Length);
        var last = 0L;
        for (var item = 0; item < Count; item++)
        {
            target.Number(Ids[item] - last);
            last = Ids[item];
            target.Number(FirstSections[item + 1] - FirstSections[item]);
            target.Number(Dates[item]);
            target.Number(FacetsOf(item).Length);
            foreach (var value in FacetsOf(item))
            {
                target.Number(value);
            }

            target.Number(KeyOf(item).Length);
            target.Bytes(KeyOf(item));
        }
    }

    public static SegmentItems Read(ref ByteReader reader)
    {
        var values = new FacetValue[reader.Number()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new FacetValue(Text(ref reader), Text(ref reader));
        }

        var builder = new SegmentItemsBuilder(values, reader.Number(), reader.Number(), reader.Number());
        var last = 0L;
        for (var left = builder.Capacity; left > 0; left--)
        {
            var id = last += reader.Long();
            var sections = reader.Number();
            var date = reader.Long();
            for (var facets = reader.Number(); facets > 0; facets--)
            {
                builder.AddFacet(reader.Number());
            }

            builder.AddItem(id, sections, date, reader.Bytes(reader.Number()));
        }

        return builder.Build();
    }

    private static void Text(ByteBuffer target, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        target.Number(bytes.Length);
        target.Bytes(bytes);
    }

    private static string Text(ref ByteReader reader) => System.Text.Encoding.UTF8.GetString(reader.Bytes(reader.Number()));
}
