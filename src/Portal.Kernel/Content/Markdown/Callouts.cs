using System.Collections.Frozen;

namespace Portal.Kernel.Content.Markdown;

/// <summary>The closed set of callouts, and the word that each is labelled with.</summary>
public static class Callouts
{
    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["principle"] = "Guiding principle",
        ["checklist"] = "Checklist",
        ["steps"] = "Steps",
        ["information"] = "Information",
        ["warning"] = "Warning",
        ["example"] = "Example",
        ["contact"] = "Contact",
        ["applies-only-to"] = "Applies only to",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Kinds => Labels.Keys.Order(StringComparer.Ordinal);

    public static string? Label(string? kind) => kind is null ? null : Labels.GetValueOrDefault(kind);
}
