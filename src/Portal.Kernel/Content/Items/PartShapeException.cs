using System.Text.Json;

namespace Portal.Kernel.Content.Items;

/// <summary>A part of an item cannot be read as what it is.</summary>
/// <param name="part">The part's name.</param>
/// <param name="inner">What the reader of JSON says.</param>
public sealed class PartShapeException(string part, JsonException inner) : JsonException($"The part '{part}' has a wrong shape.", inner)
{
    /// <summary>What is wrong, for who reads the place beside it.</summary>
    public const string Problem = "The value has a wrong shape.";

    public string Part => part;

    /// <summary>The property, within the part, that is wrong.</summary>
    public string? Property => InnerException is JsonException { Path: { } path } ? path.TrimStart('$', '.') : null;
}
