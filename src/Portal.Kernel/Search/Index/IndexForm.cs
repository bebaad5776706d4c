namespace Portal.Kernel.Search.Index;

/// <summary>
/// What the content of an index goes by: how texts are taken from items, and words from texts. An index of another form still answers, but by words that nobody looks for
/// any more; so the site's start makes it anew.
/// </summary>
public static class IndexForm
{
    /// <summary>Raised with every change of the analysis, of a stemmer, of what stands in a <see cref="SearchDocument"/>, or of the segments' own format.</summary>
    public const long Current = 1;
}
