using Microsoft.Extensions.DependencyInjection;
using Portal.Kernel.Recipes.Kept;
using Portal.Kernel.Recipes.Steps;

namespace Portal.Kernel.Recipes;

public static class RecipeServices
{
    public static IServiceCollection AddRecipes(this IServiceCollection services) => services
        .AddSingleton<RecipeRunner>()
        .AddSingleton<KeptSteps>()
        .AddSingleton<IRecipeStep, FeatureStep>()
        .AddSingleton<IRecipeStep, ThemesStep>()
        .AddSingleton<IRecipeStep, SettingsStep>()
        .AddSingleton<IRecipeStep, RolesStep>()
        .AddSingleton<IRecipeStep, UsersStep>()
        .AddSingleton<IRecipeStep, ContentDefinitionStep>()
        .AddSingleton<IRecipeStep, ReplaceContentDefinitionStep>()
        .AddSingleton<IRecipeStep, DeleteContentDefinitionStep>()
        .AddSingleton<IRecipeStep, CustomSettingsStep>()
        .AddSingleton<IRecipeStep, MediaProfilesStep>()
        .AddSingleton<IRecipeStep, UrlRewritingStep>()
        .AddSingleton<IRecipeStep, MediaStep>()
        .AddSingleton<IRecipeStep, FormerPathsStep>()
        .AddSingleton<IRecipeStep, ContentStep>()
        .AddSingleton<IRecipeStep, ContentFolderStep>();
}
