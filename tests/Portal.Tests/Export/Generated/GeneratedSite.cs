using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;
using Portal.Kernel.Media;
using Portal.Testing;
using Portal.Tests.Import;
using Xunit;

namespace Portal.Tests.Export.Generated;

/// <summary>Fills a site with items of every kind, in every state and place, out of a fixed seed.</summary>
internal sealed class GeneratedSite(ImportSite site, int seed)
{
    private const string Kinds = "4k1nd000000000000000000000", Odd = "4dd00000000000000000000000";

    private static readonly string[] Terms = ["4term100000000000000000000", "4term200000000000000000000", "4term300000000000000000000"];

    // What else each field may hold: what a file has words for, and what it has none for.
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["Flag"] = ["""{"Value":true}""", """{"Value":false}"""],
        ["Amount"] = ["""{"Value":1}""", """{"Value":12.50}""", """{"Value":-0.001}""", """{"Value":"7"}""", """{"Value":null}""", """{"Value":1,"Unit":"m"}"""],
        ["Day"] = ["""{"Value":"2027-11-30T00:00:00Z"}""", """{"Value":"2027-11-30T08:00:00Z"}""", """{"Value":"2027-11-30"}"""],
        ["Where"] = ["""{"Url":"/a"}""", """{"Url":"https://example.org/?a=b&c=d#e","Text":"A, b: {c}"}""", """{"Url":"/a","Text":null}""", """{"Url":"/a","Target":"_blank"}"""],
        ["Marked"] = ["""{"Html":"<p>a &amp; b</p>"}""", """{"Html":"<ul>\n  <li>a</li>\n</ul>\n"}"""],
        ["Moment"] = ["""{"Value":"2027-11-30T08:00:00Z"}""", """{"Value":"2027-11-30T08:00:00.1234567Z"}""", """{"Value":"2027-11-30T08:00:00+02:00"}"""],
        ["Hour"] = ["""{"Value":"08:30:00"}""", """{"Value":"23:59:59"}"""],
        ["Pictures"] = ["""{"Paths":["a.png"]}""", """{"Paths":["a.png","plans/exit plan.pdf"],"MediaTexts":["A: one","[two]"]}""", """{"Paths":["größe/θ.txt"],"Anchors":[{"X":0.5,"Y":0.25}],"AttachedFileNames":["x"]}"""],
        ["Film"] = ["""{"EmbeddedAddress":"https://www.youtube.com/embed/abc","RawAddress":"https://www.youtube.com/watch?v=abc"}""", """{"RawAddress":"https://youtu.be/abc"}"""],
        ["Place"] = ["""{"Latitude":50.85,"Longitude":4.35}""", """{"Latitude":-0.5,"Longitude":-179.99990}"""],
        ["Keepers"] = ["""{"UserIds":["4a","b"]}""", """{"UserIds":["4a"],"UserNames":["Ada, B."]}"""],
        ["Sets"] = ["""{"LocalizationSets":["4a","x: y"]}"""],
    };

    private readonly Random _random = new(seed);
    private readonly List<string> _ids = [];
    private int _next;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A site with the definitions and nothing else.</summary>
    public static async Task<ImportSite> DefineAsync(bool? onPostgres = null)
    {
        var site = await ImportSite.StartAsync(onPostgres);
        var report = await site.RunAsync(Path.Combine(Repository.Root, "tests/Portal.Tests/Export/Generated/generated.recipe.json"));
        Assert.Empty(report.Errors);
        return site;
    }

    public async Task FillAsync(int items)
    {
        await using var session = await site.Get<IDatabase>().WriteAsync(Token);
        await SaveAsync(session, Taxonomy(Kinds, "kinds", Terms), publish: true);
        await SaveAsync(session, Changed(Taxonomy(Kinds, "kinds", Terms)), publish: false);
        // No file of taxonomies can have this name.
        await SaveAsync(session, Taxonomy(Odd, "Odd: one", [Id(), Id(), Id()]), publish: true);
        var box = await BoxAsync(session, "boxes/one", null, 0);
        var inner = await BoxAsync(session, "boxes/one/10-inner", box, 7);
        var big = await BoxAsync(session, "big", null, 0);
        for (var i = 0; i < items; i++)
        {
            var item = Item(Pick<ContentItem?>([null, null, box, inner, big]));
            await LifeAsync(session, item);
        }

        foreach (var path in new[] { "a.png", "plans/exit plan.pdf", "größe/θ.txt" })
        {
            var blob = await site.Get<MediaStore>().StoreAsync(new MemoryStream([1, 2, (byte)_random.Next(256)]), Token);
            await site.Get<MediaStore>().PutAsync(session, path, blob!, Actor.System, Token);
        }

        await session.CommitAsync(Token);
    }

    // Public, a draft, both, withdrawn, withdrawn with a draft upon it.
    private async Task LifeAsync(DbSession session, ContentItem item)
    {
        var life = _random.Next(6);
        await SaveAsync(session, item, publish: life is not 0);
        if (life is 2 or 3)
        {
            await SaveAsync(session, Changed(item), publish: false);
        }

        if (life is 4 or 5)
        {
            await site.Get<ContentManager>().WithdrawAsync(session, item.ContentItemId, Actor.System, Token);
        }

        if (life is 5)
        {
            await SaveAsync(session, Changed(item), publish: false);
        }
    }

    private async Task SaveAsync(DbSession session, ContentItem item, bool publish)
    {
        var manager = site.Get<ContentManager>();
        var result = publish ? await manager.PublishAsync(session, item, Actor.System, Token) : await manager.SaveDraftAsync(session, item, Actor.System, Token);
        Assert.Empty(result.Errors);
        _ids.Add(item.ContentItemId);
    }

    private async Task<ContentItem> BoxAsync(DbSession session, string path, ContentItem? container, int order)
    {
        var box = New("Box");
        box.Content["TitlePart"] = new JsonObject { ["Title"] = path };
        box.Content["AutoroutePart"] = new JsonObject { ["Path"] = path };
        Contain(box, container, order);
        await SaveAsync(session, box, publish: true);
        return box;
    }

    private ContentItem Item(ContentItem? container)
    {
        var item = New(Pick(["Everything", "Everything", "Everything", "Note"]));
        Fill(item);
        if (item.ContentType == "Everything")
        {
            var above = container?.Part<AutoroutePart>().Path ?? Pick(["", "notes", "deep/er", "notes/x", "boxes/one"]);
            var slug = Pick(["x", "index", "10-things", "2020-plan", "a.b", "x.draft", "x.md", "größe", "readme"]) + "-" + _next;
            slug = _random.Next(3) == 0 ? Pick(["index", "x.draft", "a.md"]) + (container is null ? _next.ToString(System.Globalization.CultureInfo.InvariantCulture) : "") : slug;
            slug = $"{slug}{(slug is "index" or "x.draft" or "a.md" ? $"-{_next}" : "")}";
            item.Content["AutoroutePart"] = _random.Next(12) == 0 ? new JsonObject { ["Disabled"] = true } : new JsonObject { ["Path"] = above.Length == 0 ? slug : above + "/" + slug, ["SetHomepage"] = false };
            Contain(item, container, Pick([0, 1, 5, 99, 100, 250, 999, 1000, 1001, -3]));
        }

        return item;
    }

    private void Fill(ContentItem item)
    {
        if (item.ContentType == "Note")
        {
            item.DisplayText = Sometimes(() => Text());
            Put(item.Content, "Note", "Line", Field("Text"));
            Put(item.Content, "MarkdownBodyPart", "Markdown", Sometimes<JsonNode>(() => Text()));
            return;
        }

        item.Content["TitlePart"] = new JsonObject { ["Title"] = Title() };
        item.Owner = Pick(["editors", "Ada Löwe", "yes", "a: b"]);
        item.Author = Pick(["system", "Ben", "# nobody"]);
        item.CreatedUtc = new DateTime(2020, 1, 1 + _random.Next(28), 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(_random.Next(2) * _random.Next(86_400_000));
        Put(item.Content, "Everything", "Words", Field("Text"));
        Put(item.Content, "Second", "Words", Field("Text"));
        Put(item.Content, "Everything", "Published", Field("Text"));
        Put(item.Content, "Everything", "Parts", Field("Text"));
        Put(item.Content, "Everything", "Long", Field("Markdown"));
        Put(item.Content, "Everything", "Several", Sometimes(() => new JsonObject { ["Values"] = Texts() }));
        foreach (var (field, values) in Fields)
        {
            Put(item.Content, "Everything", field, Sometimes(() => JsonNode.Parse(Pick(values))));
        }

        Put(item.Content, "Everything", "Others", Sometimes(() => new JsonObject { ["ContentItemIds"] = new JsonArray([.. Enumerable.Range(0, _random.Next(3)).Select(_ => (JsonNode)Pick([.. _ids, "4nobody0000000000000000000"]))]) }));
        Put(item.Content, "Everything", "Kinds", Sometimes(() => new JsonObject { ["TaxonomyContentItemId"] = Kinds, ["TermContentItemIds"] = new JsonArray(Pick(Terms)), ["TagNames"] = _random.Next(3) == 0 ? new JsonArray("a") : null }));
        Put(item.Content, "Everything", "Unheard", Sometimes(() => Unknown(0)));
        Put(item.Content, "ReviewPart", "ReviewBy", Sometimes<JsonNode>(() => Pick(["2027-11-30", "2030-01-01"])));
        Put(item.Content, "LocalizationPart", "Culture", Sometimes<JsonNode>(() => Pick(["en", "fi", "pt-BR"])));
        Put(item.Content, "MarkdownBodyPart", "Markdown", Sometimes<JsonNode>(() => _random.Next(2) == 0 ? $"## Heading\n\n{Text()}\n\n{Text()}\n\nEnd." : Text()));
        Put(item.Content, "SeoMetaPart", "PageTitle", Sometimes<JsonNode>(() => Text().Replace("\0", "", StringComparison.Ordinal)));
        Put(item.Content, "AcmePart", "Any", Sometimes(() => Unknown(0)));
        Put(item.Content, "Steps", "ContentItems", Sometimes(() => new JsonArray(Inner())));
        Put(item.Content, "FlowPart", "Widgets", Sometimes(() => new JsonArray(Inner(), Inner())));
        Put(item.Content, "AliasPart", "Alias", Sometimes<JsonNode>(() => $"alias-{item.ContentItemId}"));
        Put(item.Content, "HtmlBodyPart", "Html", Sometimes<JsonNode>(() => $"<p>{Text()}</p>\n"));
        Put(item.Content, "PublishLaterPart", "ScheduledPublishUtc", Sometimes<JsonNode>(() => "2099-01-01T08:00:00Z"));
        Put(item.Content, "ArchiveLaterPart", "ScheduledArchiveUtc", Sometimes<JsonNode>(() => "2099-02-01T08:00:00Z"));
        Put(item.Content, "SitemapPart", "Priority", Sometimes<JsonNode>(() => 5));
        if (_random.Next(4) == 0)
        {
            item.Content["Listed"] = new JsonArray(1, "two", null, Unknown(1));
        }
    }

    private ContentItem Changed(ContentItem item)
    {
        var draft = item.Copy();
        draft.ContentItemVersionId = Ids.New();
        if (draft.ContentType == "Taxonomy")
        {
            draft.Content["TitlePart"]!["Title"] = "Another title";
            draft.Content.Remove("AcmePart");
            return draft;
        }

        foreach (var part in draft.Content.Select(part => part.Key).Where(part => part is not ("AutoroutePart" or "ContainedPart" or "TitlePart")).ToList())
        {
            draft.Content.Remove(part);
        }

        var created = draft.CreatedUtc;
        Fill(draft);
        draft.CreatedUtc = created;
        if (draft.Part<AutoroutePart>() is { Disabled: false, Path: { } path } && _random.Next(3) == 0)
        {
            draft.Content["AutoroutePart"]!["Path"] = Pick([path + "-moved", "moved/" + path.Replace('/', '-')]);
        }

        if (draft.Content["ContainedPart"] is JsonObject contained && _random.Next(3) == 0)
        {
            contained["Order"] = 4;
        }

        return draft;
    }

    private ContentItem Taxonomy(string id, string alias, string[] terms)
    {
        JsonObject Term(int number, string slug, JsonArray? narrower) => new()
        {
            ["ContentItemId"] = terms[number],
            ["ContentType"] = "Term",
            ["DisplayText"] = Title(),
            ["TitlePart"] = new JsonObject { ["Title"] = Text() },
            ["AutoroutePart"] = new JsonObject { ["Path"] = slug, ["Disabled"] = false },
            ["TermPart"] = new JsonObject { ["TaxonomyContentItemId"] = id },
            ["Term"] = new JsonObject { ["Remark"] = Field("Text") },
            ["AcmePart"] = new JsonObject { ["Any"] = Unknown(1) },
            ["Terms"] = narrower,
        };

        var item = new ContentItem { ContentItemId = id, ContentItemVersionId = Ids.New(), ContentType = "Taxonomy", Owner = "editors" };
        item.Content["TitlePart"] = new JsonObject { ["Title"] = alias };
        item.Content["AliasPart"] = new JsonObject { ["Alias"] = alias };
        item.Content["AcmePart"] = new JsonObject { ["Any"] = Unknown(0) };
        item.Content["TaxonomyPart"] = new JsonObject { ["TermContentType"] = "Term", ["Terms"] = new JsonArray(Term(0, "no", [Term(1, "narrow", null)]), Term(2, "other", null)) };
        return item;
    }

    private ContentItem New(string type) => new() { ContentItemId = Id(), ContentItemVersionId = Ids.New(), ContentType = type };

    private string Id() => "4" + (_next++).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(25, '0');

    private static void Contain(ContentItem item, ContentItem? container, int order)
    {
        if (container is not null)
        {
            item.Content["ContainedPart"] = new JsonObject { ["ListContentItemId"] = container.ContentItemId, ["ListContentType"] = "Box", ["Order"] = order };
        }
    }

    private static void Put(JsonObject parts, string part, string key, JsonNode? value)
    {
        if (value is not null)
        {
            if (parts[part] is not JsonObject)
            {
                parts[part] = new JsonObject();
            }

            parts[part]![key] = value;
        }
    }

    private JsonObject Inner() => new() { ["ContentItemId"] = Id(), ["ContentType"] = "Note", ["Note"] = new JsonObject { ["Line"] = Field("Text") } };

    private JsonObject? Field(string key) => Sometimes(() => new JsonObject { [key] = Text() });

    private JsonArray Texts() => new([.. Enumerable.Range(0, _random.Next(4)).Select(_ => (JsonNode)Text())]);

    private JsonNode? Unknown(int depth) => _random.Next(depth > 3 ? 6 : 8) switch
    {
        0 => null,
        1 => true,
        2 => JsonNode.Parse(Pick(["0", "-1", "1.50", "1e3", "123456789012345678901234567890"])),
        3 or 4 or 5 => Text(),
        6 => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Unknown(depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, _random.Next(4)).Select(i => KeyValuePair.Create($"{Text()}{i}", Unknown(depth + 1)))),
    };

    private string Title()
    {
        var text = Text();
        return string.IsNullOrWhiteSpace(text) ? "A title" : text;
    }

    private string Text() => Pick(OddTexts.All);

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];

    private T? Sometimes<T>(Func<T?> make) where T : class => _random.Next(2) == 0 ? make() : null;
}
