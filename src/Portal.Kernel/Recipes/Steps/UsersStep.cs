using System.Text.Json.Nodes;
using Portal.Kernel.Data;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary>
/// <c>Users</c>: keeps accounts, known by their <c>UserId</c>. A password comes as the hash that ASP.NET Core Identity makes (version 3), never in clear.
/// </summary>
public sealed class UsersStep(DocumentStore documents) : IRecipeStep
{
    /// <summary>The kind of the documents that accounts are kept in.</summary>
    public const string Kind = "user";

    private const byte IdentityVersion3 = 1;

    public string Name => "Users";

    public bool BelongsToSetup => false;

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var users = context.Json.Objects("Users");
        var changed = 0;
        foreach (var user in users)
        {
            var id = user.Text("UserId");
            var name = user.Text("UserName");
            if (string.IsNullOrWhiteSpace(id) || string.IsNullOrWhiteSpace(name))
            {
                throw new RecipeException("A user needs a 'UserId' and a 'UserName'.");
            }

            Check(user, name);
            var after = (JsonObject?)await documents.GetAsync(context.Session, Kind, id, cancellationToken) ?? [];
            foreach (var (key, value) in user)
            {
                after[key] = value?.DeepClone();
            }

            changed += await documents.PutIfChangedAsync(context.Session, Kind, id, after, cancellationToken) ? 1 : 0;
        }

        return $"{users.Count} users, {changed} changed.";
    }

    public async Task<JsonObject?> ExportAsync(DbSession session, CancellationToken cancellationToken)
    {
        var users = await documents.AllAsync(session, Kind, cancellationToken);
        return users.Count == 0 ? null : new JsonObject { ["name"] = Name, ["Users"] = new JsonArray([.. users]) };
    }

    private static void Check(JsonObject user, string name)
    {
        if (user.Property("Password") is not null)
        {
            throw new RecipeException($"The user '{name}' has a 'Password': passwords are not taken in clear; give a 'PasswordHash' or none.");
        }

        var bytes = new byte[512];
        if (user.Text("PasswordHash") is { Length: > 0 } hash && !(Convert.TryFromBase64String(hash, bytes, out var length) && length > 13 && bytes[0] == IdentityVersion3))
        {
            throw new RecipeException($"The 'PasswordHash' of the user '{name}' is not one of ASP.NET Core Identity, version 3.");
        }

        user.Texts("RoleNames");
    }
}
