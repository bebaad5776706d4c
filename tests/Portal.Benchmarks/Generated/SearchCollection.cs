using Microsoft.Data.Sqlite;
using Portal.Benchmarks.Site;
using Portal.Kernel.Data;

namespace Portal.Benchmarks.Generated;

/// <summary>A site with so many generated sections beside its own content, and what making its index took.</summary>
/// <param name="Site">To be served.</param>
/// <param name="Sections">Generated ones.</param>
/// <param name="Import">Of one recipe: pages stored and indexed.</param>
/// <param name="Reindex">The index alone, made anew.</param>
/// <param name="Size">On disk.</param>
internal sealed record SearchCollection(PortalSite Site, int Sections, RunResult Import, RunResult Reindex, IndexSize Size)
{
    public const int SectionsAnItem = 5;

    public static async Task<SearchCollection> MakeAsync(Lab lab, int sections, CancellationToken cancellationToken)
    {
        var name = $"search-{sections}";
        Lab.Say($"Generating {sections} sections");
        var site = await PortalSite.SetUpAsync(lab, name, cancellationToken);
        var terms = await GeneratedTerms.OfAsync(lab, site, name, cancellationToken);
        var recipe = Path.Combine(lab.Folder(name + "-files"), "generated.recipe.json");
        new GeneratedRecipe(SectionsAnItem, terms).Write(recipe, sections / SectionsAnItem);
        Lab.Say("Importing them");
        var import = await site.RunAsync(["recipe", recipe], cancellationToken);
        File.Delete(recipe);
        Lab.Say("Indexing them anew");
        var reindex = await site.RunAsync(["reindex"], cancellationToken);
        return new SearchCollection(site, sections, import, reindex, await IndexSize.OfAsync(site, cancellationToken));
    }
}

/// <param name="Bytes">Of all tables of the search and their indexes; null when this SQLite cannot tell (it lacks <c>dbstat</c>).</param>
/// <param name="TextBytes">Of them, the sections' text that snippets are made from.</param>
/// <param name="DatabaseBytes">Of the whole database's file.</param>
internal sealed record IndexSize(long? Bytes, long? TextBytes, long DatabaseBytes)
{
    private const string InFile = "select coalesce(sum(pgsize), 0) from dbstat where aggregate = 1 and (name like @name or name like 'sqlite_autoindex_' || @name)";
    private const string OnServer = "select cast(coalesce(sum(pg_total_relation_size(oid)), 0) as bigint) from pg_class where relkind = 'r' and relname like @name";

    public static Task<IndexSize> OfAsync(PortalSite site, CancellationToken cancellationToken)
        => site.Database.ReadAsync(session => site.Database.IsPostgres ? OnServerAsync(session, cancellationToken) : InFileAsync(session, site.Database.File, cancellationToken), cancellationToken);

    private static async Task<IndexSize> OnServerAsync(DbSession session, CancellationToken cancellationToken) => new(
        await OfAsync(session, OnServer, "search_%", cancellationToken),
        await OfAsync(session, OnServer, "search_section", cancellationToken),
        await session.FirstOrDefaultAsync<long>("select pg_database_size(current_database())", null, cancellationToken));

    private static async Task<IndexSize> InFileAsync(DbSession session, string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path).Length;
        try
        {
            return new IndexSize(await OfAsync(session, InFile, "search_%", cancellationToken), await OfAsync(session, InFile, "search_section", cancellationToken), file);
        }
        catch (SqliteException)
        {
            return new IndexSize(null, null, file);
        }
    }

    private static Task<long> OfAsync(DbSession session, string query, string name, CancellationToken cancellationToken) => session.FirstOrDefaultAsync<long>(query, new { name }, cancellationToken);
}
