using System.Text.Json.Nodes;
using Portal.Kernel.Content;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>former-paths</c>, ours: addresses that items were published under before, so that links to them still lead on. Orchard Core passes it over.</summary>
public sealed class FormerPathsStep : IRecipeStep
{
    private const string List = "Paths";

    public string Name => "former-paths";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var paths = context.Json.Objects(List);
        foreach (var former in paths)
        {
            var (path, itemId) = (former.Text("Path"), former.Text("ContentItemId"));
            if (string.IsNullOrWhiteSpace(path) || !Ids.IsId(itemId))
            {
                throw new RecipeException("A former path needs a 'Path' and a 'ContentItemId'.");
            }

            // Whoever has an address now wins over whoever had it.
            await context.Session.ExecuteAsync(
                """
                insert into former_path (path, item_id) select @path, @itemId
                where not exists (select 1 from content_path where path = @path and published = 1)
                on conflict (path) do update set item_id = excluded.item_id
                """,
                new { path, itemId },
                cancellationToken);
        }

        return $"{paths.Count} former paths.";
    }

    public async Task<JsonObject?> ExportAsync(DbSession session, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<(string Path, string ItemId)>("select path, item_id from former_path order by path", null, cancellationToken);
        return rows.Count == 0 ? null : new JsonObject
        {
            ["name"] = Name,
            [List] = new JsonArray([.. rows.Select(row => new JsonObject { ["Path"] = row.Path, ["ContentItemId"] = row.ItemId })]),
        };
    }
}
