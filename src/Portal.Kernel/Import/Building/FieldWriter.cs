using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Fields;
using Portal.Kernel.Import.Files;

namespace Portal.Kernel.Import.Building;

/// <summary>Puts the fields of a front matter into an item: those it names as it says, those it does not name away. Fields of unknown kinds stay.</summary>
internal sealed class FieldWriter
{
    private readonly ContentDefinitions _definitions;
    private readonly FieldKinds _kinds;
    private readonly IFieldLookup _lookup;
    private readonly BagReader _bags;

    public FieldWriter(ContentDefinitions definitions, FieldKinds kinds, IFieldLookup lookup)
    {
        (_definitions, _kinds, _lookup) = (definitions, kinds, lookup);
        _bags = new BagReader(definitions, this);
    }

    public BagReader Bags => _bags;

    /// <summary>A field's key in front matter.</summary>
    public static string Key(string field) => JsonNamingPolicy.CamelCase.ConvertName(field);

    /// <param name="parts">The item's parts.</param>
    /// <param name="type">The item's type.</param>
    /// <param name="values">The front matter.</param>
    /// <param name="reserved">Keys that are no fields.</param>
    /// <param name="id">The item's id.</param>
    /// <param name="errors">Where to say what is wrong.</param>
    public void Write(JsonObject parts, ContentTypeDefinition type, FrontMatterMap values, IReadOnlyCollection<string> reserved, string id, FileErrors errors)
    {
        var bags = BagReader.Bags(type).Where(bag => !reserved.Contains(Key(bag.Name))).ToDictionary(bag => Key(bag.Name), StringComparer.Ordinal);
        var fields = _definitions.FieldsOf(type).DistinctBy(placed => Key(placed.Field.Name)).Where(placed => !bags.ContainsKey(Key(placed.Field.Name))).ToDictionary(placed => Key(placed.Field.Name), StringComparer.Ordinal);
        foreach (var (key, value) in values.Values.Where(value => !fields.ContainsKey(value.Key) && !bags.ContainsKey(value.Key) && !reserved.Contains(value.Key)))
        {
            var nearest = NearestName.Of(key, fields.Keys.Concat(bags.Keys).Concat(reserved));
            errors.Add(value.Line, key, $"The type '{type.Name}' has no field '{key}'.{NearestName.Suggestion(nearest)}");
        }

        // What stands under parts is put in as it is, after this.
        var given = FrontMatter.PartsOf(values);
        foreach (var (key, placed) in fields.Where(field => !reserved.Contains(field.Key)))
        {
            if (!values.Values.ContainsKey(key) && given?[placed.PartName] is JsonObject part && part.ContainsKey(placed.Field.Name))
            {
                continue;
            }

            Write(parts, placed, key, values, errors);
        }

        foreach (var (key, bag) in bags)
        {
            if (values.Values.TryGetValue(key, out var value))
            {
                parts[bag.Name] = _bags.Read(bag, value, id, errors);
            }
            else if (given?.ContainsKey(bag.Name) != true)
            {
                parts.Remove(bag.Name);
            }
        }
    }

    private void Write(JsonObject parts, PlacedField placed, string key, FrontMatterMap values, FileErrors errors)
    {
        var value = values.Values.GetValueOrDefault(key);
        if (_kinds.Of(placed.Field) is not { } kind)
        {
            if (value is not null)
            {
                errors.Add(value.Line, key, $"A field of the kind '{placed.Field.FieldType}' cannot be written in a file.");
            }

            return;
        }

        var reading = new FieldReading(placed.Field, _lookup);
        var json = value is null ? null : kind.Read(value, reading);
        foreach (var problem in reading.Problems)
        {
            errors.Add(problem.Line, key, problem.Message);
        }

        // A value that was refused is not also missing.
        foreach (var problem in reading.Problems.Count > 0 ? [] : kind.Validate(json, placed.Field))
        {
            errors.Add(value?.Line ?? values.Line, key, problem);
        }

        Put(parts, placed, json);
    }

    private static void Put(JsonObject parts, PlacedField placed, JsonObject? json)
    {
        if (json is not null && parts[placed.PartName] is not JsonObject)
        {
            parts[placed.PartName] = new JsonObject();
        }

        if (parts[placed.PartName] is JsonObject part)
        {
            part.Remove(placed.Field.Name);
            if (json is not null)
            {
                part[placed.Field.Name] = json;
            }
        }
    }
}
