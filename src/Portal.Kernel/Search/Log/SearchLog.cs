using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Kernel.Data;

namespace Portal.Kernel.Search.Log;

/// <summary>
/// Remembers what was searched and how much was found, so that editors learn what is missing. Nothing of the person: no address, no session, no time of
/// day; what looks like a person's own (most e-mail addresses, numbers) or like a text about somebody is not kept at all. Searches are gathered in memory and written by
/// <see cref="SearchLogWorker"/>, so that no reader waits for it; a process that is killed loses those of its last minute.
/// </summary>
public sealed partial class SearchLog(IDatabase database, TimeProvider time)
{
    public const int KeptDays = 90;

    /// <summary>Different searches held until they are written, however long the database is away; what comes beyond is not remembered.</summary>
    public const int MaxHeld = 5_000;

    /// <summary>Different searches kept of a day; what comes beyond is not remembered.</summary>
    public const int MaxADay = 10_000;

    private const int MaxLength = 100;
    private const int MaxWords = 12;
    private const int MaxDigits = 4;
    private const string DayFormat = "yyyy-MM-dd";

    private readonly Lock _lock = new();
    private Dictionary<(string Day, string Language, string Words), (int Times, int Hits)> _held = [];
    private string _forgotten = "";

    /// <summary>Whether there is anything to write.</summary>
    internal bool IsHolding
    {
        get
        {
            lock (_lock)
            {
                return _held.Count > 0;
            }
        }
    }

    /// <param name="query">As typed.</param>
    /// <param name="language">BCP 47 of who asks.</param>
    /// <param name="hits">Items found.</param>
    public void Add(string query, string language, int hits)
    {
        if (Words(query) is not { } words)
        {
            return;
        }

        var key = (Day(0), language, words);
        lock (_lock)
        {
            if (_held.TryGetValue(key, out var before) || _held.Count < MaxHeld)
            {
                _held[key] = (before.Times + 1, hits);
            }
        }
    }

    /// <summary>Writes what is held and forgets what is older than <see cref="KeptDays"/>. What cannot be written is held on.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var held = Take();
        var today = Day(0);
        if (held.Count == 0 && _forgotten == today)
        {
            return;
        }

        try
        {
            await using var session = await database.WriteAsync(cancellationToken);
            foreach (var searches in held.GroupBy(search => search.Key.Day, StringComparer.Ordinal))
            {
                await WriteAsync(session, searches.Key, searches, cancellationToken);
            }

            await session.ExecuteAsync("delete from search_log where day < @first", new { first = Day(KeptDays) }, cancellationToken);
            await session.CommitAsync(cancellationToken);
            _forgotten = today;
        }
        catch
        {
            PutBack(held);
            throw;
        }
    }

    /// <summary>Those of the last <paramref name="days"/> days that were asked most often, the same words together; with <paramref name="notFound"/> only those whose last one found nothing.</summary>
    public async Task<IReadOnlyList<LoggedSearch>> MostAsync(int days, bool notFound, int most, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        var rows = await session.QueryAsync<Row>(
            $"""
            select l.words as Words, l.language as Language, cast(sum(l.times) as integer) as Times, max(n.hits) as Hits, max(l.day) as Day
            from search_log l
            join search_log n on n.words = l.words and n.language = l.language
                and n.day = (select max(o.day) from search_log o where o.words = l.words and o.language = l.language)
            where l.day >= @first {(notFound ? "and n.hits = 0" : "")}
            group by l.words, l.language order by sum(l.times) desc, l.words, l.language limit @most
            """,
            new { first = Day(days - 1), most }, cancellationToken);
        return [.. rows.Select(row => new LoggedSearch(row.Words, row.Language, row.Times, row.Hits, DateOnly.ParseExact(row.Day, DayFormat, CultureInfo.InvariantCulture)))];
    }

    private static async Task WriteAsync(
        DbSession session, string day, IEnumerable<KeyValuePair<(string Day, string Language, string Words), (int Times, int Hits)>> searches, CancellationToken cancellationToken)
    {
        var room = MaxADay - await session.FirstOrDefaultAsync<long>("select count(*) from search_log where day = @day", new { day }, cancellationToken);
        foreach (var ((_, language, words), (times, hits)) in searches)
        {
            var search = new { day, language, words, times, hits };
            if (await session.ExecuteAsync(
                "update search_log set times = times + @times, hits = @hits where day = @day and language = @language and words = @words", search, cancellationToken) == 0 && room-- > 0)
            {
                await session.ExecuteAsync("insert into search_log (day, language, words, times, hits) values (@day, @language, @words, @times, @hits)", search, cancellationToken);
            }
        }
    }

    private static string? Words(string query)
    {
        // Of what is written wide or in another script's digits the plain form is looked at.
        var plain = AnyText.Normalized(query, NormalizationForm.FormKC).ToLowerInvariant();
        var words = plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words);
        return words.Length is 0 or > MaxWords || text.Length > MaxLength || text.Contains('\0', StringComparison.Ordinal) || HasAddress(text) || HasNumber(text) ? null : text;
    }

    private static bool HasAddress(string words) => words.Contains('@', StringComparison.Ordinal) || SpelledAddress().IsMatch(words);

    // Years may be searched for; what else has many digits is a telephone, a birthday, a file or an identity card.
    private static bool HasNumber(string words)
        => words.Count(char.IsDigit) > MaxDigits && !Numbers().Matches(words).All(number => number.Length == 4 && number.Value[..2] is "19" or "20");

    // Digits of every script.
    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\bat\b\W*[\w-]+\s*\W*(\bdot\b|\.[a-z]{2,})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpelledAddress();

    private string Day(int daysAgo) => time.GetUtcNow().UtcDateTime.AddDays(-daysAgo).ToString(DayFormat, CultureInfo.InvariantCulture);

    private Dictionary<(string Day, string Language, string Words), (int Times, int Hits)> Take()
    {
        lock (_lock)
        {
            var held = _held;
            _held = [];
            return held;
        }
    }

    private void PutBack(Dictionary<(string Day, string Language, string Words), (int Times, int Hits)> held)
    {
        lock (_lock)
        {
            foreach (var (key, value) in held)
            {
                if (_held.TryGetValue(key, out var since))
                {
                    _held[key] = (value.Times + since.Times, since.Hits);
                }
                else if (_held.Count < MaxHeld)
                {
                    _held.Add(key, value);
                }
            }
        }
    }

    private sealed record Row
    {
        public string Words { get; init; } = "";
        public string Language { get; init; } = "";
        public int Times { get; init; }
        public int Hits { get; init; }
        public string Day { get; init; } = "";
    }
}
