namespace Portal.Tests.Export.Generated;

/// <summary>Texts that a careless writer or reader of YAML, Markdown or JSON would change.</summary>
internal static class OddTexts
{
    public static readonly string[] All =
    [
        "plain words", " leading", "trailing ", "a\r\nb", "a\rb", "---", "a\n---\nb", "---\ntitle: no\n---\n", "key: value", "key:", ": x", "\"quoted\"", "it's", "'single'", "😀 emoji", "a 👩‍👩‍👧 family",
        "שלום עולם", "مرحبا", "yes", "No", "null", "~", "true", "1e3", "007", "0x1F", "-1", "+49 30 1234", ".5", ".inf", "2020-01-01", "2020-01-01T00:00:00Z", "12:30", "[x]", "[x](/y)", "{a: b}",
        "# y", "a # b", "a#b", "- item", "-", "--", "* star", "&anchor", "*alias", "!tag", "%percent", "@at", "`tick`", "|", ">", "? x", "?", "<b>html</b>", "tab\there", "\tstart", "\u00a0nbsp", "nbsp\u00a0", "line\u2028sep",
        "\u0085nel", "back\\slash", "multi\nline\ntext", "multi\n\n  indented\n\ttab", "end\n", "\nstart", "\n\n", "  \n x", "zero\u200bwidth", "\uFEFFbom", "bell\u0007", "nul\0", "a, b", "a]b", "e\u0301 decomposed", "...", "…", "=", "<<", "y", "n", "off", "\\u0041",
        "one\n   \ntwo", "a\n# b\nc: d", "日本語　全角", "ends with colon:", "very long " + new string('x', 200), "::: warning\ntext\n:::", "a \n b", "\f", "x\vy",
    ];
}
