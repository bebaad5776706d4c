using System.Text;
using Microsoft.AspNetCore.Http;

namespace Portal.Modules.Shared;

/// <summary>Answers with a table as CSV (RFC 4180), in UTF-8 with its mark, by which spreadsheets know it.</summary>
public static class Csv
{
    // What a spreadsheet takes for the beginning of a formula, also in the wide forms of East Asian keyboards. (OWASP, CSV injection.)
    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    public static IResult Result(IEnumerable<IEnumerable<string>> rows, string fileName)
        => Results.Bytes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(rows))], "text/csv; charset=utf-8", fileName);

    public static string Text(IEnumerable<IEnumerable<string>> rows) => string.Concat(rows.Select(row => string.Join(',', row.Select(Field)) + "\r\n"));

    // A text that would be a formula gets an apostrophe in front, which makes it a text again.
    private static string Field(string text)
    {
        var safe = text.TrimStart(' ') is [var first, ..] && Formulas.Contains(first) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 && safe == safe.Trim() ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
