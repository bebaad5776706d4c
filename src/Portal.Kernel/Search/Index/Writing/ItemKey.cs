using System.Text;
using Portal.Kernel.Search.Analysis;

namespace Portal.Kernel.Search.Index.Writing;

/// <summary>By what items are put in order: the title's words, folded; where those are the same the title, then the path.</summary>
internal static class ItemKey
{
    // Longer ones differ before this.
    private const int MaxTitle = 120;

    public static byte[] Of(string title, string path)
    {
        var cut = title.Length > MaxTitle ? title[..MaxTitle] : title;
        var words = TextAnalyzer.Default.Analyze(cut).Where(token => token.Parts == 1).Select(token => token.Word.Folded);
        return Encoding.UTF8.GetBytes($"{string.Join(' ', words)}\0{cut}\0{path}");
    }
}
