using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>
/// Files of the site's media: <c>{ Paths: [], MediaTexts: [], Anchors: [], AttachedFileNames: [] }</c>. In a file by their paths, or as maps of path and
/// text.
/// </summary>
public sealed class MediaFieldKind : FieldKind
{
    private const string PathKey = "path", TextKey = "text";

    public override string Name => "MediaField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        var files = (value is FrontMatterList list ? list.Items : [value]).Select(item => File(item, reading)).Where(file => file.Path is not null).ToList();
        if (files.Count == 0)
        {
            return null;
        }

        var json = new JsonObject { ["Paths"] = Array(files.Select(file => file.Path!)) };
        if (files.Exists(file => file.Words is not null))
        {
            json["MediaTexts"] = Array(files.Select(file => file.Words ?? ""));
        }

        return json;
    }

    /// <summary>Nothing where there is more than paths and their words.</summary>
    public override FrontMatterValue? Write(JsonObject json, IFieldNames names)
    {
        var paths = Strings(json, "Paths");
        if (!json.ContainsKey("MediaTexts"))
        {
            return Scalars(paths);
        }

        return paths is null || Strings(json, "MediaTexts") is not { } texts || texts.Count != paths.Count
            ? null
            : new FrontMatterList([.. paths.Zip(texts, (path, words) => new FrontMatterMap(
                new Dictionary<string, FrontMatterValue>(StringComparer.Ordinal) { [PathKey] = Scalar(path)!, [TextKey] = Scalar(words)! }, 0))], 0);
    }

    /// <summary>The words that stand for the files.</summary>
    public override string Text(JsonObject json) => string.Join(", ", FieldFiles.Of(json).Select(file => file.Words).Where(words => words.Length > 0));

    protected override bool IsEmpty(JsonObject json) => Missing(json, "Paths");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
    {
        if (Strings(json, "Paths") is not { } paths)
        {
            yield return "A list of paths of the site's media is expected here.";
            yield break;
        }

        // Orchard Core allows several files and their words unless a definition says otherwise.
        if (paths.Count > 1 && field.Text("Multiple") is "false" or "False")
        {
            yield return $"Only one file may stand here, not {paths.Count}.";
        }

        var allowed = (field.Settings["MediaFieldSettings"] as JsonObject)?["AllowedExtensions"] is JsonArray { Count: > 0 } extensions ? extensions.Select(extension => extension?.ToString()).ToList() : null;
        foreach (var path in paths)
        {
            if (FieldFiles.Problem(path) is { } problem)
            {
                yield return problem;
            }
            else if (allowed is not null && !allowed.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            {
                yield return $"'{path}' is not of an allowed kind ({string.Join(", ", allowed)}).";
            }
        }
    }

    private static (string? Path, string? Words) File(FrontMatterValue value, FieldReading reading)
    {
        if (value is not FrontMatterMap map)
        {
            return (reading.One(value), null);
        }

        foreach (var (key, given) in map.Values.Where(pair => pair.Key is not (PathKey or TextKey)))
        {
            reading.Refuse(given, $"A file has path and text, not '{key}'.");
        }

        if (!map.Values.TryGetValue(PathKey, out var path))
        {
            reading.Refuse(map, "The path of the file is missing.");
            return (null, null);
        }

        return (reading.One(path), map.Values.TryGetValue(TextKey, out var words) ? reading.One(words) ?? "" : null);
    }
}
