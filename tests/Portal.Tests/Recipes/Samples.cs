using Portal.Kernel.Audit;
using Portal.Kernel.Recipes;
using Portal.Testing;

namespace Portal.Tests.Recipes;

/// <summary>Recipes of a made-up society of orchards. Together they hold every step, part and field of Orchard Core's formats, and its odd ways of writing.</summary>
internal static class Samples
{
    /// <summary>Runs only where what is not known is allowed.</summary>
    public const string Unknown = "unknown.recipe.json";

    /// <summary>Makes something new at every run.</summary>
    public const string Anew = "anew.recipe.json";

    /// <summary>Changes what it changed itself.</summary>
    public const string Replacing = "replacing.recipe.json";

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Portal.Tests", "Recipes", "Samples");

    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.recipe.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static RecipeOptions Options(string name) => new(Actor.System)
    {
        AllowUnknown = name == Unknown,
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["AdminUserId"] = "4user000000000000000000001", ["AdminUsername"] = "admin" },
    };
}
