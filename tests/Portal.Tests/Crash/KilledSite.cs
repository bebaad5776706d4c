using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Hosting;
using Portal.Testing;
using Portal.Tests.Commands;
using Xunit;

namespace Portal.Tests.Crash;

/// <summary>Work for the verbs, what a site is before and after each, and how long each takes when nobody kills it.</summary>
public sealed class KilledSite : IAsyncLifetime
{
    private const int Items = 300;

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, (string After, TimeSpan Takes)> _verbs = new(StringComparer.Ordinal);

    public string Before { get; private set; } = "";

    /// <summary>The whole export as a folder and as a package.</summary>
    public string Exported => _folder.File("exported");

    public string Package => _folder.File("exported.zip");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        WriteFolder();
        WriteRecipes();
        using (var site = await CommandSite.StartAsync())
        {
            Before = await DigestAsync(site.Folder);
        }

        foreach (var verb in new[] { "import", "recipe", "package" })
        {
            using var site = await CommandSite.StartAsync();
            var takes = await RunAsync(site, Arguments(verb, ""));
            _verbs[verb] = (await DigestAsync(site.Folder), takes);
            Assert.NotEqual(Before, _verbs[verb].After);
        }

        foreach (var (verb, target) in new[] { ("export", Exported), ("export-package", Package) })
        {
            using var site = await CommandSite.StartAsync();
            _verbs[verb] = (Before, await RunAsync(site, Arguments(verb, target)));
        }

        using var migrated = await BehindAsync();
        _verbs["migrate"] = (Before, await RunAsync(migrated, ["setup"]));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public string After(string verb) => _verbs[verb].After;

    /// <summary>A moment of the verb's work: the first part of its time is the start of the process.</summary>
    public TimeSpan Moment(string verb, double part) => _verbs[verb].Takes * (0.4 + (0.6 * part));

    public string[] Arguments(string verb, string target) => verb switch
    {
        "import" => ["import", _folder.File("content")],
        "recipe" => ["recipe", _folder.File("big.recipe.json")],
        "package" => ["recipe", _folder.File("big.zip")],
        "migrate" => ["setup"],
        _ => ["export", target],
    };

    /// <summary>A site whose database lacks the newest migration.</summary>
    public static async Task<CommandSite> BehindAsync()
    {
        var site = await CommandSite.StartAsync();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(site.Folder, "portal.db")};Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = "delete from migration where name = '0005-search-memory.sql'; delete from search_text_config where k = 'hashsize'";
        await command.ExecuteNonQueryAsync(Token);
        return site;
    }

    /// <summary>All that a reader or an export could tell of a site. Starting is part of it: what was left half done is seen to as any start does.</summary>
    public static async Task<string> DigestAsync(string folder)
    {
        await using (var app = PortalApplication.Build(folder, new CapturedLog()))
        {
            var result = await app.Services.GetRequiredService<SiteSetup>().RunAsync(ReadySite.Recipe, null, Token);
            Assert.False(result.WasSetUp);
            Assert.Empty(result.Errors);
        }

        Assert.Equal(["ok"], CommandSite.Query(folder, "pragma integrity_check"));
        foreach (var hash in CommandSite.Query(folder, "select hash from media_file"))
        {
            Assert.True(File.Exists(Path.Combine(folder, "media", hash[..2], hash)));
        }

        var digest = new StringBuilder();
        string[] queries =
        [
            "select coalesce(p.path, i.item_id) || ' ' || i.display_text || ' ' || i.latest || i.published from content_item i left join content_path p on p.version_id = i.version_id order by 1",
            "select kind || ' ' || name || ' ' || json from document order by 1",
            "select path || ' ' || hash from media_file order by 1",
            .. new[] { "content_path", "content_container", "content_term", "content_reference", "former_path", "search_item", "search_section", "search_text", "search_name", "change_feed", "audit_event" }
                .Select(table => $"select '{table} ' || count(*) from {table}"),
        ];
        foreach (var query in queries)
        {
            digest.AppendJoin('\n', CommandSite.Query(folder, query)).Append('\n');
        }

        return digest.ToString();
    }

    private static async Task<TimeSpan> RunAsync(CommandSite site, string[] arguments)
    {
        var clock = Stopwatch.GetTimestamp();
        var result = await site.RunAsync(arguments);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return Stopwatch.GetElapsedTime(clock);
    }

    private void WriteFolder()
    {
        for (var item = 0; item < Items; item++)
        {
            _folder.Write($"content/made/page-{item}.md", $"---\ntype: Page\ntitle: Page {item}\ntopic: [exit-work]\n---\n\n{Text(item)}\n");
        }

        // Numbers by chance, so that packing does not make them small.
        var random = new Random(4711);
        _folder.Write("content/media/notes.txt", string.Concat(Enumerable.Range(0, 400_000).Select(_ => random.Next(10_000).ToString(CultureInfo.InvariantCulture))));
    }

    private void WriteRecipes()
    {
        var recipe = new JsonObject
        {
            ["steps"] = new JsonArray(
                new JsonObject { ["name"] = "settings", ["SiteName"] = "Changed" },
                new JsonObject { ["name"] = "media", ["Files"] = new JsonArray(new JsonObject { ["TargetPath"] = "notes.txt", ["Base64"] = "bm90ZXM=" }) },
                new JsonObject { ["name"] = "content", ["data"] = new JsonArray([.. Enumerable.Range(0, Items).Select(Item)]) }),
        }.ToJsonString();
        _folder.Write("big.recipe.json", recipe);
        using var zip = ZipFile.Open(_folder.File("big.zip"), ZipArchiveMode.Create);
        using var stream = zip.CreateEntry("Recipe.json").Open();
        stream.Write(Encoding.UTF8.GetBytes(recipe));
    }

    private static JsonObject Item(int number) => new()
    {
        ["ContentItemId"] = Id(number, 'a'),
        ["ContentItemVersionId"] = Id(number, 'b'),
        ["ContentType"] = "Page",
        ["Latest"] = true,
        ["Published"] = true,
        ["TitlePart"] = new JsonObject { ["Title"] = $"Page {number}" },
        ["AutoroutePart"] = new JsonObject { ["Path"] = $"made/page-{number}" },
        ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = Text(number) },
    };

    private static string Text(int number) => string.Join("\n\n", Enumerable.Range(0, 4).Select(section => $"## Section {section} of {number}\n\n{string.Concat(Enumerable.Repeat("Words that are found again. ", 20))}"));

    private static string Id(int number, char kind) => string.Create(CultureInfo.InvariantCulture, $"4{kind}{number:000000000000000000000000}");
}
