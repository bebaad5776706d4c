using System.Globalization;

namespace Portal.Benchmarks.Generated;

/// <summary>Writes a recipe of generated pages, as it goes. The same numbers give the same file at every run.</summary>
/// <param name="sectionsAnItem">Of 150 words each, under a heading.</param>
/// <param name="terms">What pages are filed under; null for nothing.</param>
internal sealed class GeneratedRecipe(int sectionsAnItem, GeneratedTerms? terms)
{
    private const int WordsASentence = 15;

    public void Write(string file, int items)
    {
        var random = new Random(4711);
        using var recipe = new PageRecipe(file, "en");
        for (var item = 0; item < items; item++)
        {
            var (title, summary) = (Sentence(random, 5), Sentence(random, WordsASentence));
            recipe.Add(string.Create(CultureInfo.InvariantCulture, $"generated/item-{item}"), title, summary, Body(random), terms?.Draw(random) ?? []);
        }
    }

    private string Body(Random random) => string.Join("\n\n", Enumerable.Range(0, sectionsAnItem).Select(_ =>
        $"## {Sentence(random, 4)}\n\n{string.Join(". ", Enumerable.Range(0, GeneratedContent.WordsASection / WordsASentence).Select(_ => Sentence(random, WordsASentence)))}."));

    private static string Sentence(Random random, int count)
    {
        var words = string.Join(' ', Enumerable.Range(0, count).Select(_ => GeneratedContent.Vocabulary.Draw(random)));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
