using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Tests.Fuzz;

/// <summary>Changes of what a recipe says: values of other kinds, in other places, or none.</summary>
internal static class JsonMutation
{
    private const int Deep = 60;

    private static readonly Func<JsonNode?>[] Values =
    [
        () => null, () => true, () => 0, () => -1, () => 1e300, () => decimal.MaxValue, () => "", () => " ", () => "x", () => "[js: uuid()]", () => "\0", () => "../x", () => "9999-12-31T23:59:59Z", () => "0001-01-01T00:00:00Z",
        () => new JsonArray(), () => new JsonObject(), () => new JsonArray((JsonNode?)null), () => new JsonObject { [""] = null }, () => new string('a', 3000), () => Nested(),
    ];

    public static JsonNode Change(JsonNode root, Random random)
    {
        var places = new List<(JsonNode Parent, object Key)>();
        Collect(root, places);
        if (places.Count == 0)
        {
            return root;
        }

        var (parent, key) = places[random.Next(places.Count)];
        var (otherParent, otherKey) = places[random.Next(places.Count)];
        switch (random.Next(6))
        {
            case 0:
                Remove(parent, key);
                break;
            case 1:
                Put(parent, key, Get(otherParent, otherKey)?.DeepClone());
                break;
            case 2 when parent is JsonArray array:
                array.Insert((int)key, array[(int)key]?.DeepClone());
                break;
            case 3 when parent is JsonObject json:
                Rename(json, (string)key, random.Next(3) switch { 0 => ((string)key).ToUpperInvariant(), 1 => (string)key + "x", _ => otherKey.ToString()! });
                break;
            case 4 when parent is JsonObject json:
                json["Acme" + random.Next(9)] = Get(otherParent, otherKey)?.DeepClone();
                break;
            default:
                Put(parent, key, Values[random.Next(Values.Length)]());
                break;
        }

        return root;
    }

    private static void Collect(JsonNode? node, List<(JsonNode Parent, object Key)> places)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (key, value) in json)
                {
                    places.Add((json, key));
                    Collect(value, places);
                }

                break;
            case JsonArray array:
                for (var at = 0; at < array.Count; at++)
                {
                    places.Add((array, at));
                    Collect(array[at], places);
                }

                break;
        }
    }

    private static JsonNode? Get(JsonNode parent, object key) => key is string name ? parent[name] : parent[(int)key];

    private static void Put(JsonNode parent, object key, JsonNode? value)
    {
        if (key is string name)
        {
            parent[name] = value;
        }
        else
        {
            parent[(int)key] = value;
        }
    }

    private static void Remove(JsonNode parent, object key)
    {
        if (parent is JsonObject json)
        {
            json.Remove((string)key);
        }
        else
        {
            parent.AsArray().RemoveAt((int)key);
        }
    }

    private static void Rename(JsonObject json, string key, string name)
    {
        var value = json[key]?.DeepClone();
        json.Remove(key);
        json[name] = value;
    }

    private static JsonNode Nested()
    {
        JsonNode node = new JsonObject();
        for (var depth = 0; depth < Deep; depth++)
        {
            node = depth % 2 == 0 ? new JsonArray(node) : new JsonObject { ["ContentItems"] = node };
        }

        return node;
    }
}
