using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Data;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>ContentDefinition</c>: merges types and parts into those of the site; nothing is removed.</summary>
public sealed class ContentDefinitionStep(ContentDefinitionStore store) : IRecipeStep
{
    private readonly DefinitionChange _change = new(store, replaces: false);

    public string Name => "ContentDefinition";

    public Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken) => _change.ExecuteAsync(context, cancellationToken);

    public async Task<JsonObject?> ExportAsync(DbSession session, CancellationToken cancellationToken)
    {
        var definitions = await store.CurrentAsync(session, cancellationToken);
        return new JsonObject
        {
            ["name"] = Name,
            ["ContentTypes"] = new JsonArray([.. definitions.Types.Select(ContentDefinitionJson.Write)]),
            ["ContentParts"] = new JsonArray([.. definitions.Parts.Select(ContentDefinitionJson.Write)]),
        };
    }
}
