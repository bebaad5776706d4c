using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields;

/// <summary>The reading of one front-matter value into one field: the field's settings, what values may point at, and what is wrong.</summary>
public sealed class FieldReading(ContentFieldDefinition definition, IFieldLookup lookup)
{
    private readonly List<FieldProblem> _problems = [];

    public ContentFieldDefinition Field => definition;

    public IFieldLookup Lookup => lookup;

    public IReadOnlyList<FieldProblem> Problems => _problems;

    public void Refuse(FrontMatterValue value, string sentence) => _problems.Add(new FieldProblem(value.Line, sentence));

    /// <summary>The value when it is a single one that is not empty.</summary>
    public string? One(FrontMatterValue value)
    {
        if (value is FrontMatterScalar scalar)
        {
            return scalar.Text.Length == 0 ? null : scalar.Text;
        }

        Refuse(value, "One value is expected here, not a list or a map.");
        return null;
    }

    /// <summary>The values of a list; a single value counts as a list of one.</summary>
    public IEnumerable<FrontMatterScalar> Many(FrontMatterValue value)
    {
        foreach (var item in value is FrontMatterList list ? list.Items : [value])
        {
            if (item is not FrontMatterScalar scalar)
            {
                Refuse(item, "A list of single values is expected here.");
            }
            else if (scalar.Text.Length > 0)
            {
                yield return scalar;
            }
        }
    }
}

/// <summary>What is wrong with a value: the line and a sentence.</summary>
public sealed record FieldProblem(int Line, string Message);
