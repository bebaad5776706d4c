using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary>
/// <c>DeleteContentDefinition</c>: removes types and parts; names that are not there are ignored, as Orchard Core ignores them. A type of which there are
/// items stays: they could be neither shown nor changed without it.
/// </summary>
public sealed class DeleteContentDefinitionStep(ContentDefinitionStore store) : IRecipeStep
{
    public string Name => "DeleteContentDefinition";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var before = await store.CurrentAsync(context.Session, cancellationToken);
        var types = context.Json.Texts("ContentTypes").Where(name => before.Type(name) is not null).ToList();
        var parts = context.Json.Texts("ContentParts").Where(name => before.Part(name) is not null).ToList();
        foreach (var type in types)
        {
            var items = await context.Session.FirstOrDefaultAsync<int>("select count(*) from content_item where type = @type and latest = 1", new { type }, cancellationToken);
            if (items > 0)
            {
                throw new RecipeException($"The content type '{type}' cannot be deleted: there are {items} items of it.");
            }
        }

        var after = before.Without(types, parts);
        if (after.Types.SelectMany(type => type.Parts, (type, part) => (type, part)).FirstOrDefault(pair => parts.Contains(pair.part.PartName)) is { type: { } user } used)
        {
            throw new RecipeException($"The content part '{used.part.PartName}' cannot be deleted: the type '{user.Name}' bears it.");
        }

        await store.SaveAsync(context.Session, before, after, cancellationToken);
        return $"{types.Count} types and {parts.Count} parts deleted.";
    }
}
