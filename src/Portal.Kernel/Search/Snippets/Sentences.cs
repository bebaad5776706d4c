namespace Portal.Kernel.Search.Snippets;

/// <summary>Where sentences begin and end: after a full stop that no small letter follows, and at line breaks.</summary>
internal static class Sentences
{
    /// <summary>In order, without the space between them.</summary>
    public static IReadOnlyList<(int Start, int End)> In(string text)
    {
        var sentences = new List<(int Start, int End)>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (EndsAt(text, at + 1))
            {
                Add(sentences, text, start, at + 1);
                start = at + 1;
            }
        }

        return sentences;
    }

    public static bool EndsAt(string text, int end)
    {
        if (end >= text.Length || text[end] == '\n')
        {
            return true;
        }

        if (end == 0 || !char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        var last = end - 1;
        while (last > 0 && text[last] is '"' or '\'' or ')' or ']' or '”' or '’' or '»')
        {
            last--;
        }

        return text[last] is '.' or '!' or '?' or '…' && !char.IsLower(text[Next(text, end)]);
    }

    public static bool BeginsAt(string text, int start)
    {
        var before = start - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return before < 0 || EndsAt(text, before + 1);
    }

    private static void Add(List<(int Start, int End)> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (start < end)
        {
            sentences.Add((start, end));
        }
    }

    private static int Next(string text, int at)
    {
        while (at < text.Length - 1 && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
