using System.Globalization;

namespace Portal.Modules.Shared;

/// <summary>A whole number that an address may have as a parameter: from 1 to <paramref name="Most"/>, and <paramref name="Otherwise"/> when it is left out.</summary>
public sealed record QueryNumber(string Name, int Most, int Otherwise)
{
    /// <summary>As the API reads it: what is not such a number is an error under the parameter's name.</summary>
    public int Read(string? text, IDictionary<string, string[]> errors)
    {
        if (text is null)
        {
            return Otherwise;
        }

        if (Parse(text) is { } number && number >= 1 && number <= Most)
        {
            return number;
        }

        errors[Name] = [$"'{Name}' must be a whole number from 1 to {Most}."];
        return Otherwise;
    }

    /// <summary>As pages read it: a number out of bounds is the nearest within, nonsense is passed over.</summary>
    public int ReadNearest(string? text) => text is not null && Parse(text) is { } number ? Math.Clamp(number, 1, Most) : Otherwise;

    private static int? Parse(string text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
