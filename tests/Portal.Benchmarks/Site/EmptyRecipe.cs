using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Benchmarks.Site;

/// <summary>The portal's own set-up recipe without its content.</summary>
internal static class EmptyRecipe
{
    public const string Name = "benchmark-empty";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="folder">Of the program's recipes.</param>
    public static void Write(string folder)
    {
        var recipe = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "portal.recipe.json")), documentOptions: Lenient)!;
        var steps = recipe["steps"]!.AsArray();
        foreach (var content in steps.Where(step => (string?)step?["name"] == "content-folder").ToList())
        {
            steps.Remove(content);
        }

        File.WriteAllText(Path.Combine(folder, Name + ".recipe.json"), recipe.ToJsonString());
    }
}
