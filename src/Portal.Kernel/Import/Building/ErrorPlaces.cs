using Portal.Kernel.Content.Fields;
using Portal.Kernel.Content.Handlers;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Import.Planning;

namespace Portal.Kernel.Import.Building;

/// <summary>Where in a file stands what a handler found wrong in the item made of it: at the key, or where the front matter begins when the file has no such key.</summary>
/// <param name="values">The front matter.</param>
/// <param name="bodyLine">The line on which the text begins.</param>
internal sealed class ErrorPlaces(FrontMatterMap values, int bodyLine)
{
    public const string BodyKey = "body";

    public (int Line, string Key) Of(ContentError error)
    {
        var key = Key(error);
        return (key == BodyKey ? bodyLine : values.Values.GetValueOrDefault(key)?.Line ?? values.Line, key);
    }

    // The keys of what every item has are not those of the parts that keep it.
    private static string Key(ContentError error) => error.Part switch
    {
        nameof(MarkdownBodyPart) => BodyKey,
        nameof(AutoroutePart) => ItemHeader.SlugKey,
        nameof(LocalizationPart) => ItemHeader.LanguageKey,
        nameof(ContainedPart) => ItemHeader.StateKey,
        // What stands in a bag is named by its place there.
        _ => FieldWriter.Key(error.Field ?? error.Part.Split('[', '.')[0]),
    };
}
