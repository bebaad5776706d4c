using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary>
/// <c>content</c>: items in Orchard Core's JSON. A version is known by its id: one that the site has and that says the same is left alone, one that
/// differs is written over, a new one is saved. An item without a version id is always a new version.
/// </summary>
public sealed class ContentStep(ContentDefinitionStore definitions, ContentStore store, ContentManager manager) : IRecipeStep
{
    // A report for each item would only make the terminal slow.
    private const int ReportEvery = 500;

    public string Name => "content";

    public string LongList => "data";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var known = await definitions.CurrentAsync(context.Session, cancellationToken);
        var versions = new HashSet<string>(StringComparer.Ordinal);
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var (done, saved, unchanged, old) = (0, 0, 0, 0);
        foreach (var element in context.Elements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var item = Read(element, known, context.Options, unknown);
            if (!item.Latest && !item.Published)
            {
                // Versions that are neither are history, which is not written afterwards.
                old++;
            }
            else if (!versions.Add(item.ContentItemVersionId) || await IsThereAsync(context, element, item, cancellationToken))
            {
                unchanged++;
            }
            else
            {
                await SaveAsync(context, element, item, cancellationToken);
                saved++;
            }

            if (++done % ReportEvery == 0)
            {
                context.Progress?.Report(string.Create(CultureInfo.InvariantCulture, $"{done:N0} items done"));
            }
        }

        var kept = unknown.Count > 0 ? $" Parts that are not known here, kept as data: {string.Join(", ", unknown)}." : "";
        return $"{saved} items saved, {unchanged} unchanged, {old} old versions left out.{kept}";
    }

    private static ContentItem Read(RecipeElement element, ContentDefinitions definitions, RecipeOptions options, SortedSet<string> unknown)
    {
        try
        {
            var item = ContentJson.Read(element.Json);
            var id = element.Json.Text("ContentItemId");
            if (string.IsNullOrWhiteSpace(id))
            {
                throw element.Refuse($"The item '{item.DisplayText}' has no 'ContentItemId'.");
            }

            var type = definitions.Type(item.ContentType) ?? throw element.Refuse($"The item {id} is of the type '{item.ContentType}', which is not defined.", element.Json["ContentType"]);
            var parts = Unknown(item, type).ToList();
            unknown.UnionWith(parts);
            return parts.Count == 0 || options.AllowUnknown
                ? item
                : throw element.Refuse($"The item {id} has parts that are not known here: {string.Join(", ", parts)}.", element.Json[parts[0]]);
        }
        catch (FormatException e)
        {
            throw element.Refuse($"An item of 'data' cannot be read: {e.Message}");
        }
    }

    // Those of items inside it are kept as they stand there, known or not.
    private static IEnumerable<string> Unknown(ContentItem item, ContentTypeDefinition type)
        => item.Content.Select(part => part.Key).Where(part => type.Part(part) is null && !KnownParts.Contains(part));

    private async Task<bool> IsThereAsync(RecipeStepContext context, RecipeElement element, ContentItem item, CancellationToken cancellationToken)
    {
        if (element.Json.Text("ContentItemVersionId") is not { Length: > 0 } versionId)
        {
            return false;
        }

        if (await store.ReadAsync(context.Session, "where i.version_id = @versionId", new { versionId }, cancellationToken) is not [var existing])
        {
            return false;
        }

        if (existing.ContentItemId != item.ContentItemId)
        {
            throw element.Refuse($"The version {versionId} is one of the item {existing.ContentItemId}, not of {item.ContentItemId}.");
        }

        // As in Orchard Core, whether it is still the latest or the published one is no difference.
        return (item.DisplayText ?? existing.DisplayText) == existing.DisplayText
               && (item.Owner ?? existing.Owner) == existing.Owner
               && (item.Author ?? existing.Author) == existing.Author
               && Says(existing.Content, item.Content);
    }

    // Saving adds what handlers derive, so what is stored may say more than what came.
    private static bool Says(JsonNode? stored, JsonNode? given) => stored is JsonObject whole && given is JsonObject some
        ? some.All(property => property.Value is null || Says(whole[property.Key], property.Value))
        : JsonNode.DeepEquals(stored, given);

    private async Task SaveAsync(RecipeStepContext context, RecipeElement element, ContentItem item, CancellationToken cancellationToken)
    {
        var result = await manager.ImportAsync(context.Session, item, context.Options.Actor, cancellationToken);
        if (!result.Saved)
        {
            throw element.Refuse($"The item {item.ContentItemId} ({item.DisplayText}): {string.Join(" ", result.Errors)}");
        }
    }
}
