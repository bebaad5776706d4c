using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Kernel.Data;

namespace Portal.Kernel.Export;

/// <summary>Collects the media files that items name: in links of their texts, and as paths of media fields.</summary>
internal sealed partial class MediaNames
{
    private readonly SortedSet<string> _paths = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Paths => _paths;

    public void Add(JsonNode? json)
    {
        switch (json)
        {
            case JsonObject map:
                foreach (var (key, value) in map)
                {
                    if (key == "Paths" && value is JsonArray paths)
                    {
                        _paths.UnionWith(paths.Select(path => path.TextOrNull()).OfType<string>());
                    }

                    Add(value);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Add(item);
                }

                break;
            case JsonValue value when value.TryGetValue<string>(out var text):
                _paths.UnionWith(Link().Matches(text).Select(match => Uri.UnescapeDataString(match.Groups[1].Value)));
                break;
        }
    }

    [GeneratedRegex("/media/([^\\s\"'()<>\\[\\]#?]+)")]
    private static partial Regex Link();
}
