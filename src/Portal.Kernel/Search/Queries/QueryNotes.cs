namespace Portal.Kernel.Search.Queries;

/// <summary>Sentences for the reader about what was not searched as it was typed, each once.</summary>
internal sealed class QueryNotes
{
    private const int MaxNotes = 6;
    private const int MaxQuoted = 40;

    private readonly List<string> _sentences = [];

    public IReadOnlyList<string> Sentences => _sentences;

    public void TooLong() => Add($"Only the first {QueryParser.MaxLength} characters of the search were read.");

    public void TooMany(string searched, string first) => Add($"Only the first {searched} words, phrases and filters were searched; those from ‘{Cut(first)}’ on were left out.");

    public void TooDeep() => Add($"Parentheses are read {QueryParser.MaxDepth} deep; those further in were passed over.");

    public void BeginsWithAsterisk(string word)
        => Add($"An asterisk stands for letters at the end of a word or within it, not at its beginning: ‘{Cut(word)}’ was searched as a plain word.");

    public void NoSuchValue(string facet, string value) => Add($"There is no {facet} called ‘{Cut(value)}’ here: it was searched as words.");

    public void NothingAfter(string field) => Add($"Nothing stands after ‘{Cut(field)}:’, so it was searched as a word.");

    public void YearsTurned(int from, int to) => Add($"The years were taken as {from} to {to}: the earlier one comes first.");

    public void NoSuchYear(string value) => Add($"‘{Cut(value)}’ is not a year or a span of years, such as 2019 or [2016 TO 2020]: it was searched as words.");

    private void Add(string sentence)
    {
        if (_sentences.Count < MaxNotes && !_sentences.Contains(sentence, StringComparer.Ordinal))
        {
            _sentences.Add(sentence);
        }
    }

    private static string Cut(string text)
        => text.Length <= MaxQuoted ? text : text[..(char.IsHighSurrogate(text[MaxQuoted - 1]) ? MaxQuoted - 1 : MaxQuoted)] + "…";
}
