using System.Text;

namespace Portal.Kernel.Search.Snippets;

/// <summary>The passage of a text that shows best why it was found, as HTML: text escaped, <c>mark</c> round every word found.</summary>
public static class SnippetMaker
{
    /// <summary>About as long as two lines; in UTF-16 units of text.</summary>
    public const int Length = 240;

    private const char Ellipsis = '…';

    /// <summary>Between items of a list, and between fields, which end without a stop.</summary>
    private const string Between = " · ";
    private const string Stops = ".!?…:;,–—·";

    public static string Make(string text, IReadOnlyList<TextHit> hits)
    {
        var (start, end) = Window(text, hits);
        var html = new StringBuilder(end - start + 64);
        if (start > 0 && !Sentences.BeginsAt(text, start))
        {
            html.Append(Ellipsis);
        }

        var at = start;
        foreach (var (from, to) in Marks(text, hits, start, end))
        {
            Escape(html, text, at, from);
            html.Append("<mark>");
            Escape(html, text, from, to);
            html.Append("</mark>");
            at = to;
        }

        Escape(html, text, at, end);
        if (end < text.Length && !Sentences.EndsAt(text, end))
        {
            html.Append(Ellipsis);
        }

        return html.ToString();
    }

    /// <summary>As many whole sentences as fit, those that show most of the query's terms, then most hits, then the first; a sentence that is too long is cut.</summary>
    private static (int Start, int End) Window(string text, IReadOnlyList<TextHit> hits)
    {
        var sentences = Sentences.In(text);
        if (sentences.Count == 0)
        {
            return (0, 0);
        }

        var best = (Start: 0, End: 0);
        var bestScore = -1;
        for (var first = 0; first < sentences.Count; first++)
        {
            // A window without a hit in its first sentence is no better than a later one, but for the very first, which stands for the text.
            if (first > 0 && !hits.Any(hit => hit.Start >= sentences[first].Start && hit.Start < sentences[first].End))
            {
                continue;
            }

            var start = sentences[first].Start;
            var last = first;
            while (last + 1 < sentences.Count && sentences[last + 1].End - start <= Length)
            {
                last++;
            }

            var window = sentences[last].End - start <= Length ? (start, sentences[last].End) : Cut(text, sentences[first], hits);
            var score = Score(hits, window);
            if (score > bestScore)
            {
                (best, bestScore) = (window, score);
            }
        }

        return best;
    }

    private static (int Start, int End) Cut(string text, (int Start, int End) sentence, IReadOnlyList<TextHit> hits)
    {
        var best = Fit(text, sentence, sentence.Start);
        var bestScore = Score(hits, best);
        foreach (var hit in hits.Where(hit => hit.Start >= sentence.Start && hit.End <= sentence.End))
        {
            var window = Fit(text, sentence, Math.Min(hit.Start - (Length / 4), sentence.End - Length));
            var score = Score(hits, window);
            if (score > bestScore)
            {
                (best, bestScore) = (window, score);
            }
        }

        return best;
    }

    /// <summary>The stretch from <paramref name="from"/>, begun and ended between words; a word longer than the stretch is cut, a surrogate pair never.</summary>
    private static (int Start, int End) Fit(string text, (int Start, int End) sentence, int from)
    {
        var start = Math.Max(from, sentence.Start);
        var end = Math.Min(start + Length, sentence.End);
        if (start > sentence.Start && text.AsSpan(start, end - start).IndexOf(' ') is var gap and >= 0 and < Length / 4)
        {
            start += gap + 1;
        }

        if (end < sentence.End && text.AsSpan(start, end - start).LastIndexOf(' ') is var last and > Length / 2)
        {
            end = start + last;
        }

        start += start > 0 && start < end && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end -= end < text.Length && end > start && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return (start, end);
    }

    private static int Score(IReadOnlyList<TextHit> hits, (int Start, int End) window)
    {
        ulong terms = 0;
        var count = 0;
        foreach (var hit in hits)
        {
            if (hit.Start >= window.Start && hit.End <= window.End)
            {
                terms |= 1UL << hit.Term;
                count++;
            }
        }

        return (ulong.PopCount(terms) is var different ? (int)different * 1000 : 0) + Math.Min(count, 999);
    }

    /// <summary>The hits within the window, those that touch or share a compound ('multi-agency') as one.</summary>
    private static List<(int Start, int End)> Marks(string text, IReadOnlyList<TextHit> hits, int start, int end)
    {
        var marks = new List<(int Start, int End)>();
        foreach (var hit in hits.Where(hit => hit.Start >= start && hit.End <= end).OrderBy(hit => hit.Start))
        {
            if (marks.Count > 0 && hit.Start <= marks[^1].End + 1 && (hit.Start <= marks[^1].End || text[marks[^1].End] is not (' ' or '\n')))
            {
                marks[^1] = (marks[^1].Start, Math.Max(marks[^1].End, hit.End));
            }
            else
            {
                marks.Add((hit.Start, hit.End));
            }
        }

        return marks;
    }

    private static void Escape(StringBuilder html, string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            var c = text[at];
            _ = c switch
            {
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '&' => html.Append("&amp;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\n' when IsUnended(text, at) => html.Append(Between),
                _ => html.Append(char.IsControl(c) ? ' ' : c),
            };
        }
    }

    /// <summary>Whether a line that says something ends here without a sign.</summary>
    private static bool IsUnended(string text, int at)
    {
        var last = at - 1;
        while (last > 0 && text[last] == ' ')
        {
            last--;
        }

        return last >= 0 && !char.IsControl(text[last]) && !Stops.Contains(text[last]);
    }
}
