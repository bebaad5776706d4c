using System.Text;
using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Format;

namespace Portal.Kernel.Search.Index.Writing;

/// <summary>Writes what was collected as a segment.</summary>
internal static class SegmentWriter
{
    public static async Task WriteAsync(DbSession session, long id, SegmentContents contents, CancellationToken cancellationToken)
    {
        var blocks = new BlockWriter();
        var tables = new SegmentTables(blocks);
        foreach (var (table, terms) in new[] { (tables.Stems, contents.Stems), (tables.Words, contents.Words), (tables.Names, contents.Names) })
        {
            foreach (var (key, list) in Sorted(terms))
            {
                tables.Add(table, key, list);
            }
        }

        blocks.End();
        foreach (var block in blocks.Finished)
        {
            await IndexTables.AddBlockAsync(session, id, block, cancellationToken);
        }

        var data = SegmentData.Write(contents.Items, contents.Titles, contents.Headings, contents.Bodies, tables.Stems, tables.Words, tables.Names);
        await IndexTables.AddSegmentAsync(session, id, contents.Items, data, cancellationToken);
    }

    private static IEnumerable<(byte[] Key, PostingEncoder List)> Sorted(Dictionary<string, PostingEncoder> terms)
    {
        var keys = new byte[terms.Count][];
        var lists = new PostingEncoder[terms.Count];
        var i = 0;
        foreach (var (term, list) in terms)
        {
            keys[i] = Encoding.UTF8.GetBytes(term);
            lists[i++] = list;
        }

        Array.Sort(keys, lists, Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)));
        return keys.Zip(lists);
    }
}
