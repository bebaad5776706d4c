using System.Diagnostics;
using System.Globalization;
using System.Text;
using Portal.Benchmarks.Generated;
using Portal.Benchmarks.Site;

namespace Portal.Benchmarks.Judged;

/// <summary>A site that holds a collection and nothing else, a page for each document.</summary>
/// <param name="Site">Set up and filled.</param>
/// <param name="Documents">Their ids; a page's address has the place in this list.</param>
/// <param name="Import">How the import went.</param>
internal sealed record CollectionSite(PortalSite Site, IReadOnlyList<string> Documents, RunResult Import)
{
    private const string Folder = "trec/";

    // What a title may have; a longer one is cut here and stands whole in the text.
    private const int MaxTitle = 255;

    public static async Task<CollectionSite> ImportAsync(Lab lab, IEnumerable<CollectionDocument> documents, string language, CancellationToken cancellationToken)
    {
        var recipe = Path.Combine(lab.Folder("collection-files"), "collection.recipe.json");
        Lab.Say("Reading the documents");
        var ids = Write(recipe, documents, language);
        var site = await PortalSite.SetUpEmptyAsync(lab, "collection", cancellationToken);
        Lab.Say($"Importing {ids.Count} documents");
        var import = await site.RunAsync(["recipe", recipe], cancellationToken);
        File.Delete(recipe);
        return new CollectionSite(site, ids, import);
    }

    /// <summary>The document that a hit leads to.</summary>
    public string DocumentAt(string address)
    {
        var path = address.AsSpan().TrimStart('/');
        var anchor = path.IndexOf('#');
        path = anchor < 0 ? path : path[..anchor];
        return path.StartsWith(Folder, StringComparison.Ordinal) && int.TryParse(path[Folder.Length..], CultureInfo.InvariantCulture, out var place)
            ? Documents[place]
            : throw new UnreachableException($"'{address}' is no document of the collection.");
    }

    private static List<string> Write(string file, IEnumerable<CollectionDocument> documents, string language)
    {
        var ids = new List<string>();
        using var recipe = new PageRecipe(file, language);
        foreach (var document in documents)
        {
            var title = document.Title.Length == 0 ? document.Id : document.Title;
            var text = title.Length <= MaxTitle ? document.Text : $"{title}\n\n{document.Text}";
            recipe.Add(string.Create(CultureInfo.InvariantCulture, $"{Folder}{ids.Count}"), title.Length <= MaxTitle ? title : Cut(title), "", Markdown(text), []);
            ids.Add(document.Id);
        }

        return ids.Count > 0 ? ids : throw new InvalidOperationException("The collection has no document.");
    }

    private static string Cut(string title)
    {
        var end = title.LastIndexOf(' ', MaxTitle - 1);
        return title[..(end > 0 ? end : MaxTitle)];
    }

    // Plain text: what Markdown would read as mark-up is escaped, and so is what would make it code.
    private static string Markdown(string text)
    {
        var markdown = new StringBuilder(text.Length + (text.Length / 10));
        foreach (var line in text.Split('\n'))
        {
            foreach (var character in line.Trim())
            {
                if (char.IsAscii(character) && (char.IsPunctuation(character) || char.IsSymbol(character)))
                {
                    markdown.Append('\\');
                }

                markdown.Append(char.IsControl(character) ? ' ' : character);
            }

            markdown.Append('\n');
        }

        return markdown.ToString();
    }
}
