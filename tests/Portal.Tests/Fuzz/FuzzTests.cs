using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Audit;
using Portal.Kernel.Data;
using Portal.Kernel.Export;
using Portal.Kernel.Export.Folder;
using Portal.Kernel.Import;
using Portal.Kernel.Recipes;
using Portal.Tests.Recipes;
using Xunit;

namespace Portal.Tests.Fuzz;

/// <summary>
/// Recipes and content files with changes that nobody thought of: they are taken, or refused in words, and what was refused changed nothing. Nothing is
/// committed here, so that each case begins from the same site.
/// </summary>
public sealed class FuzzTests(SampleSite samples) : IClassFixture<SampleSite>
{
    private const int MaxChanges = 4;

    private static readonly JsonDocumentOptions AsRecipesAreWritten = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonSerializerOptions Written = new() { MaxDepth = 1000 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ChangedRecipes_AreRunOrRefused()
    {
        var recipes = Samples.Names.Select(name => File.ReadAllBytes(Samples.PathOf(name))).ToList();
        foreach (var file in Directory.EnumerateFiles(Samples.Folder, "*", SearchOption.AllDirectories))
        {
            samples.Site.WriteBeside(Path.GetRelativePath(Samples.Folder, file), await File.ReadAllTextAsync(file, Token));
        }

        var before = samples.Site.Dump();
        await FuzzRun.RunAsync(async random =>
        {
            var recipe = Changed(recipes[random.Next(recipes.Count)], random, isJson: true);
            var path = samples.Site.WriteBeside("fuzz.recipe.json", "");
            await File.WriteAllBytesAsync(path, recipe, Token);
            return await ProblemAsync(recipe, before, async session =>
            {
                var report = await samples.Site.Get<RecipeRunner>().RunAsync(session, path, new RecipeOptions(Actor.System) { AllowUnknown = random.Next(2) == 0, Check = true }, null, Token);
                return [.. report.Errors.Select(error => error.ToString())];
            });
        });
    }

    [Fact]
    public async Task ChangedContentFiles_AreImportedOrRefused()
    {
        var folder = Path.Combine(samples.Folder, "exported");
        await samples.Site.Get<FolderExport>().RunAsync(folder, ExportOptions.Everything, Token);
        var files = Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".md" or ".yml").Order(StringComparer.Ordinal).ToList();
        var texts = files.Select(File.ReadAllBytes).ToList();
        var before = samples.Site.Dump();
        await FuzzRun.RunAsync(async random =>
        {
            var at = random.Next(files.Count);
            var changed = Changed(texts[at], random, isJson: false);
            await File.WriteAllBytesAsync(files[at], changed, Token);
            var problem = await ProblemAsync(changed, before, async session =>
            {
                var report = await samples.Site.Get<ContentFolderImport>().RunAsync(session, folder, new ImportOptions(Actor.System, null, true), Token);
                return [.. report.Errors.Select(error => error.ToString())];
            });
            await File.WriteAllBytesAsync(files[at], texts[at], Token);
            return problem;
        });
    }

    private static byte[] Changed(byte[] bytes, Random random, bool isJson)
    {
        var kind = random.Next(3);
        if (isJson && kind > 0)
        {
            var json = JsonNode.Parse(bytes, documentOptions: AsRecipesAreWritten)!;
            for (var change = random.Next(MaxChanges); change >= 0; change--)
            {
                json = JsonMutation.Change(json, random);
            }

            return Encoding.UTF8.GetBytes(json.ToJsonString(Written));
        }

        for (var change = random.Next(MaxChanges); change >= 0; change--)
        {
            bytes = random.Next(isJson ? 2 : 3) switch { 0 => ByteMutation.Bytes(bytes, random), 1 => ByteMutation.Tokens(bytes, random), _ => ByteMutation.Lines(bytes, random) };
        }

        return bytes;
    }

    private async Task<string?> ProblemAsync(byte[] text, IReadOnlyList<string> before, Func<DbSession, Task<IReadOnlyList<string>>> runAsync)
    {
        try
        {
            await using (var session = await samples.Site.Get<IDatabase>().WriteAsync(Token))
            {
                if ((await runAsync(session)).Any(string.IsNullOrWhiteSpace))
                {
                    return "An error without a word.";
                }
            }

            return samples.Site.Dump().SequenceEqual(before) ? null : "Something changed.";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"{e}\n{Encoding.UTF8.GetString(text)}";
        }
    }
}
