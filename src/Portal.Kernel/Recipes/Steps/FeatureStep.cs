using System.Text.Json.Nodes;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>feature</c>: kept as data. The modules here are always on, and ids that are not known are ignored, as Orchard Core ignores them.</summary>
public sealed class FeatureStep(DocumentStore documents) : IRecipeStep
{
    private const string Document = "features";
    private const string Enabled = "Enabled";

    public string Name => "feature";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var before = await documents.GetAsync(context.Session, SiteSettingsStore.Kind, Document, cancellationToken) ?? [];
        var ids = before.Texts(Enabled).Union(context.Json.Texts("enable"), StringComparer.Ordinal).Except(context.Json.Texts("disable"), StringComparer.Ordinal);
        var after = new JsonObject { [Enabled] = new JsonArray([.. ids.Order(StringComparer.Ordinal).Select(id => (JsonNode)id)]) };
        await documents.PutIfChangedAsync(context.Session, SiteSettingsStore.Kind, Document, after, cancellationToken);
        return "noted.";
    }

    public async Task<JsonObject?> ExportAsync(DbSession session, CancellationToken cancellationToken)
        => await documents.GetAsync(session, SiteSettingsStore.Kind, Document, cancellationToken) is { } features
            ? new JsonObject { ["name"] = Name, ["enable"] = features[Enabled]?.DeepClone(), ["disable"] = new JsonArray() }
            : null;
}
