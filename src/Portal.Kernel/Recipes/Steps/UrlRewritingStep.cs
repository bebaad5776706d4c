using System.Text.Json.Nodes;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Portal.Kernel.Hosting.Redirects;
using Portal.Kernel.Recipes.Reading;

namespace Portal.Kernel.Recipes.Steps;

/// <summary><c>UrlRewriting</c>: rules, each in place of that of its <c>Id</c> or, without one, its <c>Name</c>. Redirects act; rules that rewrite are kept as data.</summary>
public sealed class UrlRewritingStep(RedirectRules rules, DocumentStore documents, ChangeFeed feed) : IRecipeStep
{
    private const string RewriteSource = "Rewrite";

    public string Name => "UrlRewriting";

    public async Task<string> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var all = await rules.ReadAsync(context.Session, cancellationToken);
        var given = context.Json.Objects(RedirectRules.List);
        foreach (var rule in given)
        {
            Check(rule);
            var at = all.IndexOf(all.OfType<JsonObject>().FirstOrDefault(known => Same(known, rule)));
            if (at < 0)
            {
                all.Add(rule.DeepClone());
            }
            else
            {
                all[at] = rule.DeepClone();
            }
        }

        var json = new JsonObject { [RedirectRules.List] = all };
        if (!await documents.PutIfChangedAsync(context.Session, SiteSettingsStore.Kind, RedirectRules.Name, json, cancellationToken))
        {
            return "as before.";
        }

        feed.Add(context.Session, [ChangeFeed.Settings]);
        var acting = given.Count(rule => rule.Text("Source") == RedirectRule.Source);
        return $"{acting} redirects, {given.Count - acting} other rules kept as data.";
    }

    public async Task<JsonObject?> ExportAsync(DbSession session, CancellationToken cancellationToken)
        => await rules.ReadAsync(session, cancellationToken) is { Count: > 0 } all ? new JsonObject { ["name"] = Name, [RedirectRules.List] = all } : null;

    private static void Check(JsonObject rule)
    {
        var name = rule.Text("Name") ?? rule.Text("Id") ?? throw new RecipeException("A rule needs a 'Name'.");
        switch (rule.Text("Source"))
        {
            case RedirectRule.Source:
                try
                {
                    RedirectRule.Read(rule);
                }
                catch (FormatException e)
                {
                    throw new RecipeException($"The rule '{name}': {e.Message}");
                }

                break;
            case RewriteSource:
                break;
            default:
                throw new RecipeException($"The rule '{name}': its 'Source' is {RedirectRule.Source} or {RewriteSource}.");
        }
    }

    private static bool Same(JsonObject known, JsonObject rule) => rule.Text("Id") is { Length: > 0 } id ? known.Text("Id") == id : known.Text("Name") == rule.Text("Name");
}
