using Portal.Kernel.Search.Log;
using Portal.Testing;
using Xunit;

namespace Portal.Tests.Search;

/// <summary>What is remembered of searches, on every database.</summary>
public abstract class SearchLogContract(SearchPlace place) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeClock _clock = new(Noon);

    private SearchLog _log = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await place.OpenAsync();
        await place.Database.MigrateAsync(Token);
        _log = new SearchLog(place.Database, _clock);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        place.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Searches_OfTheSameWords_AreCountedTogether()
    {
        _log.Add("Exit  work", "en", 12);
        _log.Add("exit work", "en", 13);
        await _log.WriteAsync(Token);
        _log.Add(" EXIT WORK ", "en", 14);
        await _log.WriteAsync(Token);
        _log.Add("exit work", "de", 2);
        await _log.WriteAsync(Token);

        Assert.Equal(
            [new LoggedSearch("exit work", "en", 3, 14, new DateOnly(2026, 3, 1)), new LoggedSearch("exit work", "de", 1, 2, new DateOnly(2026, 3, 1))],
            await MostAsync());
    }

    [Fact]
    public async Task NotFound_IsWhatFoundNothingTheLastTime()
    {
        _log.Add("once in vain", "en", 0);
        _log.Add("still in vain", "en", 0);
        await _log.WriteAsync(Token);
        _clock.Advance(TimeSpan.FromDays(1));
        _log.Add("once in vain", "en", 3);
        _log.Add("still in vain", "en", 0);
        await _log.WriteAsync(Token);

        var search = Assert.Single(await MostAsync(notFound: true));
        Assert.Equal(new LoggedSearch("still in vain", "en", 2, 0, new DateOnly(2026, 3, 2)), search);
    }

    [Fact]
    public async Task Searches_AreKeptNinetyDays()
    {
        _log.Add("old", "en", 1);
        await _log.WriteAsync(Token);
        _clock.Advance(TimeSpan.FromDays(90));
        await _log.WriteAsync(Token);
        Assert.Single(await MostAsync(days: 500));

        _clock.Advance(TimeSpan.FromDays(1));
        await _log.WriteAsync(Token);
        Assert.Empty(await MostAsync(days: 500));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("jo.doe@example.org")]
    [InlineData("who is 0049 30 123 456")]
    [InlineData("jo doe 01.02.1990")]
    [InlineData("12 34 56 78")]
    [InlineData("a\0b")]
    [InlineData("anna＠example.org")]
    [InlineData("anna.mueller at gmail dot com")]
    [InlineData("anna at example.org")]
    [InlineData("٠٧٩١٢٣٤٥٦٧٨")]
    [InlineData("０７９１２３４５６７８")]
    [InlineData("jo doe of the old mill has been seen with his brother and a friend")]
    [InlineData("jo.doe-who-wrote-without-any-gap-and-went-on-and-on-until-nobody-could-say-any-more-what-it-was-all-about-really")]
    public async Task WhatIsAPersonsOwn_IsNotKept(string query)
    {
        _log.Add(query, "en", 0);
        await _log.WriteAsync(Token);
        Assert.Empty(await MostAsync());
    }

    [Fact]
    public async Task Years_AreKept_AndWhatMayBeAsked()
    {
        string[] asked = ["year:[2016 to 2020]", "how do i share information with the police about a child", "meeting at a school", "half a \uFFFD pair", "no \uFFFE character", "children at risk under guidance.pdf"];
        foreach (var query in asked)
        {
            _log.Add(query.Replace('\uFFFD', '\uD83D'), "en", 5);
        }

        await _log.WriteAsync(Token);
        Assert.Equal(asked.Select(query => query.Replace('\uFFFE', '\uFFFD')).Order(StringComparer.Ordinal), (await MostAsync()).Select(search => search.Words).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OfADay_NoMoreIsKeptThanTheBound_AndWhatIsKnownIsCountedOn()
    {
        await using (var session = await place.Database.WriteAsync(Token))
        {
            await session.InsertAsync("search_log (day, language, words, times, hits)", Enumerable.Range(0, SearchLog.MaxADay - 1).Select(i => new object?[] { "2026-03-01", "en", $"w{i}", 1L, 0L }), Token);
            await session.CommitAsync(Token);
        }

        _log.Add("w0", "en", 0);
        _log.Add("last", "en", 0);
        await _log.WriteAsync(Token);
        _log.Add("too many", "en", 0);
        _log.Add("last", "en", 0);
        await _log.WriteAsync(Token);
        var kept = await _log.MostAsync(1, notFound: false, SearchLog.MaxADay * 2, Token);
        Assert.Equal(SearchLog.MaxADay, kept.Count);
        Assert.Equal(["last", "w0"], kept.Where(search => search.Times == 2).Select(search => search.Words).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatCouldNotBeWritten_IsWrittenTheNextTime()
    {
        _log.Add("exit", "en", 1);
        using (var ended = new CancellationTokenSource())
        {
            await ended.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _log.WriteAsync(ended.Token));
        }

        _log.Add("exit", "en", 2);
        await _log.WriteAsync(Token);
        Assert.Equal(new LoggedSearch("exit", "en", 2, 2, new DateOnly(2026, 3, 1)), Assert.Single(await MostAsync()));
    }

    [Fact]
    public async Task WhileTheDatabaseIsAway_NoMoreIsHeldThanTheBound()
    {
        Add("before");
        using var ended = new CancellationTokenSource();
        await using (await place.Database.WriteAsync(Token))
        {
            // Another unit of work is under way: this one waits, with what it took, while more is searched.
            var writing = _log.WriteAsync(ended.Token);
            Add("meanwhile");
            await ended.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        }

        await _log.WriteAsync(Token);
        Assert.Equal(SearchLog.MaxHeld, (await MostAsync(most: 3 * SearchLog.MaxHeld)).Count);

        void Add(string word)
        {
            for (var i = 0; i < SearchLog.MaxHeld; i++)
            {
                _log.Add($"{word} {i:x4}", "en", 1);
            }
        }
    }

    private Task<IReadOnlyList<LoggedSearch>> MostAsync(bool notFound = false, int days = 90, int most = 10) => _log.MostAsync(days, notFound, most, Token);
}
