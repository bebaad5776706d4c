namespace Portal.Benchmarks.Judged.Reading;

/// <summary>Documents in the form of TREC (<c>DOC</c> elements), of BEIR (JSON lines) or with tabs: id, title, text. Read as they are asked for; a collection may be larger than memory.</summary>
internal static class DocumentFile
{
    public static IEnumerable<CollectionDocument> Read(IEnumerable<string> files)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var lines = new LineReader(file);
            foreach (var document in LineReader.FirstOf(file) switch { '<' => TrecDocuments.Read(lines), '{' => Json(lines), _ => Tabs(lines) })
            {
                yield return known.Add(document.Id) ? document : throw lines.Wrong($"The document '{document.Id}' ends here and is the second of that name.");
            }
        }
    }

    private static IEnumerable<CollectionDocument> Tabs(LineReader lines)
    {
        while (lines.NextFilled() is { } line)
        {
            var parts = line.Split('\t', 3);
            yield return parts.Length == 3 && parts[0].Trim() is { Length: > 0 } id
                ? new CollectionDocument(id, parts[1].Trim(), parts[2].Trim())
                : throw lines.Wrong("A document is an id, a tab, a title that may be empty, a tab and a text.");
        }
    }

    private static IEnumerable<CollectionDocument> Json(LineReader lines)
    {
        while (lines.NextFilled() is { } line)
        {
            var (id, texts) = JsonLine.Read(lines, line, "title", "text");
            yield return new CollectionDocument(id, texts[0].Trim(), texts[1].Trim());
        }
    }
}
