using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.Sqlite.Search;

/// <summary>Puts items into the index's tables and takes them out, each in the unit of work of its session.</summary>
internal static class SearchWriter
{
    private const int MaxWritten = 200_000;

    // Words that a session wrote: an import of many items meets the same ones again and again.
    private static readonly ConditionalWeakTable<DbSession, HashSet<string>> Written = [];

    public static async Task WriteAsync(DbSession session, AnalyzedDocument analyzed, CancellationToken cancellationToken)
    {
        await RemoveAsync(session, analyzed.Document.ItemId, cancellationToken);
        await InsertSectionsAsync(session, await InsertItemAsync(session, analyzed.Document, cancellationToken), analyzed, cancellationToken);
        await InsertWordsAsync(session, analyzed.Words, cancellationToken);
    }

    public static async Task RemoveAsync(DbSession session, string itemId, CancellationToken cancellationToken)
    {
        // Read before it is deleted, not 'returning': that makes SQLite open a savepoint, at which the full-text tables write out what they hold.
        if (await session.FirstOrDefaultAsync<long?>("select id from search_item where item_id = @itemId", new { itemId }, cancellationToken) is { } id)
        {
            await session.ExecuteAsync(
                """
                delete from search_item where id = @id;
                delete from search_section where id between @first and @last;
                delete from search_text where rowid between @first and @last;
                delete from search_name where rowid between @first and @last;
                """,
                new { id, first = SectionId.Of(id, 0), last = SectionId.Of(id, SectionId.MaxSections - 1) },
                cancellationToken);
        }
    }

    public static async Task ClearAsync(DbSession session, CancellationToken cancellationToken)
    {
        // FTS5 deletes row by row; making the tables anew is at once, and part of the transaction like all else.
        var tables = await session.QueryAsync<(string Name, string Sql)>("select name, sql from sqlite_master where name in ('search_text', 'search_name')", null, cancellationToken);
        foreach (var (name, sql) in tables)
        {
            await session.ExecuteAsync($"drop table {name}; {sql}", null, cancellationToken);
        }

        // The setting of 0005-search-memory.sql went with the table.
        await session.ExecuteAsync("insert into search_text (search_text, rank) values ('hashsize', 8388608)", null, cancellationToken);
        Written.Remove(session);
        await session.ExecuteAsync("delete from search_section; delete from search_item; delete from search_word", null, cancellationToken);
    }

    private static Task<long> InsertItemAsync(DbSession session, SearchDocument document, CancellationToken cancellationToken)
        => session.FirstOrDefaultAsync<long>(
            """
            insert into search_item (item_id, type, title, path, language, date, context, names, facets)
            values (@ItemId, @Type, @Title, @Path, @Language, @Date, @Context, @Names, @Facets);
            select last_insert_rowid();
            """,
            new
            {
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

    private static async Task InsertSectionsAsync(DbSession session, long item, AnalyzedDocument analyzed, CancellationToken cancellationToken)
    {
        // One prepared statement for all sections, of a row each: a statement of several would make FTS5 write out what it holds, section by section.
        await using var insert = session.CreateCommand(
            """
            insert into search_section (id, anchor, heading, text) values (@id, @anchor, @heading, @text);
            insert into search_text (rowid, title, heading, body) values (@id, @titleTerms, @headingTerms, @bodyTerms);
            insert into search_name (rowid, title, heading) values (@id, @titleName, @headingName);
            """);
        var place = 0;
        foreach (var (section, heading, body, headingName) in analyzed.Sections)
        {
            Bind(insert, "@id", SectionId.Of(item, place));
            Bind(insert, "@anchor", section.Anchor);
            Bind(insert, "@heading", section.Heading);
            Bind(insert, "@text", section.Text);
            Bind(insert, "@titleTerms", analyzed.Title);
            Bind(insert, "@headingTerms", heading);
            Bind(insert, "@bodyTerms", body);
            Bind(insert, "@titleName", place == 0 ? analyzed.TitleName : "");
            Bind(insert, "@headingName", headingName);
            await insert.ExecuteNonQueryAsync(cancellationToken);
            place++;
        }
    }

    private static async Task InsertWordsAsync(DbSession session, IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var written = Written.GetOrCreateValue(session);
        if (written.Count > MaxWritten)
        {
            written.Clear();
        }

        if (words.Where(written.Add).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } fresh)
        {
            await session.ExecuteAsync(
                "insert or ignore into search_word (word) select value from json_each(@words)", new { words = JsonSerializer.Serialize(fresh) }, cancellationToken);
        }
    }

    private static void Bind(DbCommand command, string name, object? value)
    {
        if (!command.Parameters.Contains(name))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        command.Parameters[name].Value = value ?? DBNull.Value;
    }
}

/// <summary>How an item's id and a section's place make the section's id.</summary>
internal static class SectionId
{
    /// <summary>Sections beyond this are not indexed; an item is refused before it has as many headings.</summary>
    public const int MaxSections = 1 << Bits;

    private const int Bits = 12;

    public static long Of(long item, int place) => (item << Bits) | (long)place;

    public static long Item(long section) => section >> Bits;
}
