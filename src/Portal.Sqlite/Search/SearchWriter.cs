using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Portal.Kernel.Data;
using Portal.Kernel.Search;

namespace Portal.Sqlite.Search;

/// <summary>Puts items into the index's tables and takes them out, each in the unit of work of its session.</summary>
internal static class SearchWriter
{
    public static async Task IndexAsync(DbSession session, SearchDocument document, CancellationToken cancellationToken)
    {
        var text = new IndexedText(document.Language);
        var title = text.Terms([document.Title, .. document.Names]);
        var sections = document.Sections.Take(SectionId.MaxSections).DefaultIfEmpty(new SearchSection(null, null, ""))
            .Select(section => (Section: section, Heading: text.Terms(section.Heading), Body: text.Terms(section.Text)))
            .ToList();
        var had = await TakeOutAsync(session, document.ItemId, cancellationToken);
        var item = await session.FirstOrDefaultAsync<long>(
            """
            insert into search_item (item_id, type, title, path, language, date, context, names, facets, words)
            values (@ItemId, @Type, @Title, @Path, @Language, @Date, @Context, @Names, @Facets, @Words)
            returning id
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
                Words = JsonSerializer.Serialize(text.Words),
            },
            cancellationToken);

        // One prepared statement for all sections.
        await using var insert = session.CreateCommand(
            """
            insert into search_section (id, anchor, heading, text) values (@id, @anchor, @heading, @text);
            insert into search_text (rowid, title, heading, body) values (@id, @titleTerms, @headingTerms, @bodyTerms);
            insert into search_name (rowid, title, heading) select @id, @titleName, @headingName where @titleName <> '' or @headingName <> '';
            """);
        for (var place = 0; place < sections.Count; place++)
        {
            var (section, heading, body) = sections[place];
            Bind(insert, "@id", SectionId.Of(item, place));
            Bind(insert, "@anchor", section.Anchor);
            Bind(insert, "@heading", section.Heading);
            Bind(insert, "@text", section.Text);
            Bind(insert, "@titleTerms", title);
            Bind(insert, "@headingTerms", heading);
            Bind(insert, "@bodyTerms", body);
            Bind(insert, "@titleName", place == 0 ? IndexedText.Folded([document.Title, .. document.Names]) : "");
            Bind(insert, "@headingName", IndexedText.Folded(section.Heading));
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await CountWordsAsync(session, had, text.Words, cancellationToken);
    }

    public static async Task RemoveAsync(DbSession session, string itemId, CancellationToken cancellationToken)
        => await CountWordsAsync(session, await TakeOutAsync(session, itemId, cancellationToken), [], cancellationToken);

    public static async Task ClearAsync(DbSession session, CancellationToken cancellationToken)
    {
        // FTS5 deletes row by row; making the tables anew is at once, and part of the transaction like all else.
        var tables = await session.QueryAsync<(string Name, string Sql)>("select name, sql from sqlite_master where name in ('search_text', 'search_name')", null, cancellationToken);
        foreach (var (name, sql) in tables)
        {
            await session.ExecuteAsync($"drop table {name}; {sql}", null, cancellationToken);
        }

        await session.ExecuteAsync("delete from search_section; delete from search_item; delete from search_word", null, cancellationToken);
    }

    /// <summary>Returns the words that the item had.</summary>
    private static async Task<string[]> TakeOutAsync(DbSession session, string itemId, CancellationToken cancellationToken)
    {
        var (id, words) = await session.FirstOrDefaultAsync<(long Id, string? Words)>("delete from search_item where item_id = @itemId returning id, words", new { itemId }, cancellationToken);
        if (words is null)
        {
            return [];
        }

        await session.ExecuteAsync(
            """
            delete from search_section where id between @first and @last;
            delete from search_text where rowid between @first and @last;
            delete from search_name where rowid between @first and @last;
            """,
            new { first = SectionId.Of(id, 0), last = SectionId.Of(id, SectionId.MaxSections - 1) },
            cancellationToken);
        return JsonSerializer.Deserialize<string[]>(words)!;
    }

    private static async Task CountWordsAsync(DbSession session, string[] had, HashSet<string> has, CancellationToken cancellationToken)
    {
        var gone = had.Where(word => !has.Contains(word)).ToList();
        if (gone.Count > 0)
        {
            await session.ExecuteAsync(
                """
                update search_word set count = count - 1 where word in (select value from json_each(@words));
                delete from search_word where count <= 0 and word in (select value from json_each(@words));
                """,
                new { words = JsonSerializer.Serialize(gone) },
                cancellationToken);
        }

        var come = has.Except(had, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        await session.ExecuteAsync(
            "insert into search_word (word, count) select value, 1 from json_each(@words) where true on conflict (word) do update set count = count + 1",
            new { words = JsonSerializer.Serialize(come) },
            cancellationToken);
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
    /// <summary>Headings beyond this are not indexed; no page that people read has as many.</summary>
    public const int MaxSections = 1 << Bits;

    private const int Bits = 12;

    public static long Of(long item, int place) => (item << Bits) | (long)place;

    public static long Item(long section) => section >> Bits;
}
