using System.Collections.Frozen;

namespace Portal.Kernel.Recipes.Kept;

/// <summary>The steps of Orchard Core that nothing here acts on. They are kept as data and exported again.</summary>
internal static class KnownSteps
{
    private static readonly FrozenDictionary<string, KnownStep> All = new KnownStep[]
    {
        new("Queries", ["Name"]),
        new("WorkflowType", ["WorkflowTypeId"]),
        new("Layers", ["Name"]),
        new("AdminMenu", ["Id"]),
        new("Templates", []),
        new("AdminTemplates", []),
        new("ShortcodeTemplates", []),
        new("Placements", []),
        new("custom-user-settings", ["userId"]),
        new("Translations", ["culture", "context", "key"]),
        new("DynamicDataTranslations", []),
        new("Sitemaps", ["SitemapId"]),
        new("CreateOrUpdateRateLimitPolicies", ["PolicyId"]),
        new("FeatureProfiles", []),
        new("deployment", ["Name"]),
        new("CreateOrUpdateIndexProfile", ["Name"]),
        new("lucene-index", []),
        new("LuceneIndexSettings", []),
        new("ElasticIndexSettings", []),
        new("azureai-index-create", []),
        new("OpenIdApplication", [], One: "ClientId"),
        new("OpenIdScope", [], One: "ScopeName"),
        new("OpenIdServerSettings", []),
        new("OpenIdClientSettings", []),
        new("OpenIdValidationSettings", []),
        new("FacebookCoreSettings", []),
        new("FacebookLoginSettings", []),
        new("TwitterSettings", []),
        new("GitHubAuthenticationSettings", []),
        new("MicrosoftAccountSettings", []),
        new("AzureADSettings", []),
        new("command", []),
        new("move-attached-media-fields", []),
        new("ResetIndex", []),
        new("RebuildIndex", []),
        new("lucene-index-reset", []),
        new("lucene-index-rebuild", []),
        new("elastic-index-reset", []),
        new("elastic-index-rebuild", []),
        new("azureai-index-reset", []),
        new("azureai-index-rebuild", []),
        new("ReloadTenant", []),
    }.ToFrozenDictionary(step => step.Name, StringComparer.OrdinalIgnoreCase);

    public static KnownStep? Of(string name) => All.GetValueOrDefault(name);
}

/// <param name="Name">Its name, as Orchard Core writes it.</param>
/// <param name="Keys">The properties that together tell one object of its lists from another; without any, objects that say the same are one.</param>
/// <param name="One">The property that tells one such step from another, where each is a thing by itself.</param>
internal sealed record KnownStep(string Name, IReadOnlyList<string> Keys, string? One = null);
