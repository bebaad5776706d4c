using System.Globalization;
using System.Text.Json;
using Portal.Kernel.Data;
using Portal.Kernel.Search.Index.Format;

namespace Portal.Kernel.Search.Index.Writing;

/// <summary>The SQL that the index is written with; the databases share it.</summary>
internal static class IndexTables
{
    /// <summary>Begins a change: other writers of the index wait from here on. An empty index takes the program's form.</summary>
    public static async Task<IndexCounters> LockAsync(DbSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            "update search_state set version = version + 1, form = case when exists (select 1 from search_segment) then form else @Current end where id = 1",
            new { IndexForm.Current }, cancellationToken);
        return await session.FirstOrDefaultAsync<IndexCounters>(
            "select version as Version, next_item as NextItem, next_segment as NextSegment from search_state where id = 1", null, cancellationToken)
            ?? throw new InvalidOperationException("The table 'search_state' has lost its row; restore the database from a backup.");
    }

    public static Task SaveAsync(DbSession session, IndexCounters counters, CancellationToken cancellationToken)
        => session.ExecuteAsync("update search_state set next_item = @NextItem, next_segment = @NextSegment where id = 1", counters, cancellationToken);

    public static Task<IReadOnlyList<SegmentRow>> SegmentsAsync(DbSession session, CancellationToken cancellationToken)
        => session.QueryAsync<SegmentRow>(
            "select id as Id, first_item as FirstItem, last_item as LastItem, items as Items, sections as Sections from search_segment order by first_item", null, cancellationToken);

    public static async Task<SegmentData> DataAsync(DbSession session, long segment, CancellationToken cancellationToken)
        => SegmentData.Read((await session.FirstOrDefaultAsync<byte[]>("select data from search_segment where id = @segment", new { segment }, cancellationToken))!);

    public static Task AddSegmentAsync(DbSession session, long id, SegmentItems items, byte[] data, CancellationToken cancellationToken)
        => session.ExecuteAsync(
            "insert into search_segment (id, first_item, last_item, items, sections, data) values (@id, @first, @last, @count, @sections, @data)",
            new { id, first = items.Ids[0], last = items.Ids[^1], count = (long)items.Count, sections = (long)items.FirstSections[^1], data },
            cancellationToken);

    public static Task AddBlockAsync(DbSession session, long segment, FinishedBlock block, CancellationToken cancellationToken)
        => session.ExecuteAsync(
            "insert into search_block (segment, kind, number, data) values (@segment, @kind, @number, @data)",
            new { segment, kind = (long)block.Kind, number = (long)block.Number, data = block.Data },
            cancellationToken);

    public static async Task<byte[]> BlockAsync(DbSession session, long segment, BlockKind kind, int number, CancellationToken cancellationToken)
        => await session.FirstOrDefaultAsync<byte[]>(
            "select data from search_block where segment = @segment and kind = @kind and number = @number",
            new { segment, kind = (long)kind, number = (long)number }, cancellationToken)
            ?? throw new InvalidDataException("The search index lacks a block of its segments; run 'reindex'.");

    public static Task RemoveSegmentAsync(DbSession session, SegmentRow segment, CancellationToken cancellationToken)
        => session.ExecuteAsync(
            """
            delete from search_segment where id = @Id;
            delete from search_block where segment = @Id;
            """,
            segment, cancellationToken);

    public static Task<IReadOnlyList<long>> DeadAsync(DbSession session, long first, long last, CancellationToken cancellationToken)
        => session.QueryAsync<long>("select item from search_dead where item between @first and @last order by item", new { first, last }, cancellationToken);

    public static async Task ForgetDeadAsync(DbSession session, IReadOnlyList<long> items, CancellationToken cancellationToken)
    {
        // Numbers, so they may stand in the statement; a few at a time, as it may not be of any length.
        foreach (var some in items.Chunk(500))
        {
            await session.ExecuteAsync($"delete from search_dead where item in ({string.Join(',', some)})", null, cancellationToken);
        }
    }

    public static Task ClearAsync(DbSession session, CancellationToken cancellationToken)
        => session.ExecuteAsync(
            """
            delete from search_block;
            delete from search_segment;
            delete from search_dead;
            delete from search_section;
            delete from search_item;
            update search_state set stale = 0, form = @Current where id = 1;
            """,
            new { IndexForm.Current }, cancellationToken);

    /// <summary>Takes an item's rows away and notes that what the segments hold of it is dead.</summary>
    public static Task RemoveItemAsync(DbSession session, long id, long version, CancellationToken cancellationToken)
        => session.ExecuteAsync(
            """
            delete from search_item where id = @id;
            delete from search_section where id between @first and @last;
            insert into search_dead (item, version) values (@id, @version);
            """,
            new { id, version, first = SectionId.Of(id, 0), last = SectionId.Of(id, SectionId.MaxSections - 1) },
            cancellationToken);

    public static Task<long?> IdOfAsync(DbSession session, string itemId, CancellationToken cancellationToken)
        => session.FirstOrDefaultAsync<long?>("select id from search_item where item_id = @itemId", new { itemId }, cancellationToken);

    public static Task AddItemAsync(DbSession session, long id, SearchDocument document, CancellationToken cancellationToken)
        => session.ExecuteAsync(
            """
            insert into search_item (id, item_id, type, title, path, language, date, context, names, facets)
            values (@id, @ItemId, @Type, @Title, @Path, @Language, @Date, @Context, @Names, @Facets)
            """,
            new
            {
                id,
                document.ItemId,
                document.Type,
                document.Title,
                document.Path,
                document.Language,
                Date = document.Date.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
                Context = JsonSerializer.Serialize(document.Context),
                Names = JsonSerializer.Serialize(document.Names),
                Facets = JsonSerializer.Serialize(document.Facets),
            },
            cancellationToken);

    public static Task AddSectionsAsync(DbSession session, long item, IReadOnlyList<AnalyzedSection> sections, CancellationToken cancellationToken)
        => session.InsertAsync(
            "search_section (id, anchor, heading, text)",
            sections.Select((analyzed, place) => new object?[] { SectionId.Of(item, place), analyzed.Section.Anchor, analyzed.Section.Heading, analyzed.Section.Text }),
            cancellationToken);
}
