using System.Text.Json.Nodes;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>Roles</c>: makes roles, and gives them permissions: in place of those they have (the default), besides them, or takes them away.</summary>
public sealed class RolesStep(DocumentStore documents) : IRecipeStep
{
    /// <summary>The kind of the documents that roles are kept in.</summary>
    public const string Kind = "role";

    private const string RoleName = "Name";

    public string Name => "Roles";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var roles = context.Json.Objects("Roles");
        var changed = 0;
        foreach (var role in roles)
        {
            var name = role.Text(RoleName) ?? throw new RecipeException("A role needs a 'Name'.");
            var before = await documents.GetAsync(context.Session, Kind, name, cancellationToken);
            var after = new JsonObject
            {
                [RoleName] = name,
                ["Description"] = role.Text("Description") ?? before?.Text("Description") ?? "",
                ["Permissions"] = new JsonArray([.. Permissions(role, before).Order(StringComparer.Ordinal).Select(permission => (JsonNode)permission)]),
            };
            changed += await documents.PutIfChangedAsync(context.Session, Kind, name, after, cancellationToken) ? 1 : 0;
        }

        return $"{roles.Count} roles, {changed} changed.";
    }

    public async Task<JsonObject?> ExportAsync(DbSession session, CancellationToken cancellationToken)
    {
        var roles = await documents.AllAsync(session, Kind, cancellationToken);
        return roles.Count == 0 ? null : new JsonObject { ["name"] = Name, ["Roles"] = new JsonArray([.. roles]) };
    }

    private static IEnumerable<string> Permissions(JsonObject role, JsonObject? before)
    {
        var given = role.Texts("Permissions").Distinct(StringComparer.Ordinal);
        var had = before?.Texts("Permissions") ?? [];
        return role.Property("PermissionBehavior")?.ToString().ToUpperInvariant() switch
        {
            null or "REPLACE" or "0" => given,
            "ADD" or "1" => had.Union(given, StringComparer.Ordinal),
            "REMOVE" or "2" => had.Except(given, StringComparer.Ordinal),
            _ => throw new RecipeException("A role's 'PermissionBehavior' is Replace, Add or Remove."),
        };
    }
}
