using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Testing;

namespace Portal.Tests.Crash;

/// <summary>What the killed commands read: a folder of content, a recipe and a package that say much the same. The same at every run.</summary>
internal static class CrashInput
{
    private const int Items = 150;
    private const int Words = 150;
    private const int MediaFiles = 4;
    private const int MediaLength = 120_000;

    public static string Folder(TemporaryFolder into)
    {
        var random = new Random(50);
        for (var item = 0; item < Items; item++)
        {
            into.Write($"content/lanes/lane-{item:000}.md", $"---\ntype: Orchard\ntitle: Lane {item}\nid: {Id(item)}\ncreated: 2026-01-02T08:00:00Z\nsummary: Of lane {item}\n---\n\n{Text(random)}\n");
        }

        for (var file = 0; file < MediaFiles; file++)
        {
            into.Write($"content/media/lanes/{file}.txt", Media(file));
        }

        return into.File("content");
    }

    public static string Recipe(TemporaryFolder into)
        => into.Write("lanes.recipe.json", Json(file => new JsonObject { ["TargetPath"] = $"lanes/{file}.txt", ["Base64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Media(file))) }));

    public static string Package(TemporaryFolder into)
    {
        var path = into.File("lanes.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(zip, "Recipe.json", Json(file => new JsonObject { ["TargetPath"] = $"lanes/{file}.txt", ["SourcePath"] = $"lanes/{file}.txt" }));
        for (var file = 0; file < MediaFiles; file++)
        {
            Add(zip, $"lanes/{file}.txt", Media(file));
        }

        return path;
    }

    private static string Json(Func<int, JsonObject> media)
    {
        var random = new Random(51);
        var items = Enumerable.Range(0, Items).Select(item => new JsonObject
        {
            ["ContentItemId"] = Id(item),
            ["ContentItemVersionId"] = $"4v{item:000000000000000000000000}",
            ["ContentType"] = "Orchard",
            ["DisplayText"] = $"Lane {item}",
            ["Latest"] = true,
            ["Published"] = true,
            ["CreatedUtc"] = "2026-01-02T08:00:00Z",
            ["TitlePart"] = new JsonObject { ["Title"] = $"Lane {item}" },
            ["AutoroutePart"] = new JsonObject { ["Path"] = $"lanes/lane-{item:000}" },
            ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = Text(random) },
            ["Orchard"] = new JsonObject { ["Summary"] = new JsonObject { ["Text"] = $"Of lane {item}" } },
        });
        return new JsonObject
        {
            ["name"] = "Lanes",
            ["steps"] = new JsonArray(
                new JsonObject { ["name"] = "settings", ["SiteName"] = "With lanes" },
                new JsonObject { ["name"] = "media", ["Files"] = new JsonArray([.. Enumerable.Range(0, MediaFiles).Select(media)]) },
                new JsonObject { ["name"] = "content", ["data"] = new JsonArray([.. items]) }),
        }.ToJsonString();
    }

    private static string Id(int item) => $"4n{item:000000000000000000000000}";

    // Words that hardly pack, so that files are as large as they look.
    private static string Text(Random random) => string.Join(' ', Enumerable.Range(0, Words).Select(_ => $"w{random.Next():x}"));

    private static string Media(int file)
    {
        var random = new Random(file);
        return string.Concat(Enumerable.Range(0, MediaLength / 8).Select(_ => random.Next().ToString("x8", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
