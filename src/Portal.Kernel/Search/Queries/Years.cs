using System.Globalization;

namespace Portal.Kernel.Search.Queries;

/// <summary>What stands after <c>year:</c>: <c>2019</c>, <c>2016-2020</c>, <c>&gt;=2016</c>, <c>[2016 TO 2020]</c>, and with braces for what is not included.</summary>
internal static class Years
{
    public static InYears? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text is ['[' or '{', .., ']' or '}'] ? Range(text)
            : text is ['>' or '<', ..] ? Compared(text)
            : Span(text.TrimEnd(".,;:!?"));
    }

    private static InYears? Range(ReadOnlySpan<char> text)
    {
        var inner = text[1..^1];
        var to = inner.IndexOf("TO", StringComparison.OrdinalIgnoreCase);
        return to < 0 || !TryBound(inner[..to], out var first) || !TryBound(inner[(to + 2)..], out var last) ? null
            : first > last ? new InYears(last, first) { Turned = true }
            : new InYears(text[0] == '{' ? first + 1 : first, text[^1] == '}' ? last - 1 : last);
    }

    private static InYears? Compared(ReadOnlySpan<char> text)
    {
        var included = text.Length > 1 && text[1] == '=';
        return !TryYear(text[(included ? 2 : 1)..].TrimEnd(".,;:!?"), out var year) ? null
            : text[0] == '>' ? new InYears(included ? year : year + 1, null)
            : new InYears(null, included ? year : year - 1);
    }

    private static InYears? Span(ReadOnlySpan<char> text)
    {
        if (TryYear(text, out var year))
        {
            return new InYears(year, year);
        }

        var between = text.IndexOfAny("-\u2013.");
        var after = between < 0 ? [] : text[between..].TrimStart("-\u2013.");
        return between < 1 || !TryYear(text[..between], out var first) || !TryYear(after, out var last) ? null
            : first > last ? new InYears(last, first) { Turned = true }
            : new InYears(first, last);
    }

    private static bool TryBound(ReadOnlySpan<char> text, out int? year)
    {
        text = text.Trim();
        var read = TryYear(text, out var number);
        year = read ? number : null;
        return read || text is "*";
    }

    private static bool TryYear(ReadOnlySpan<char> text, out int year)
        => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is > 0 and < 10_000;
}
