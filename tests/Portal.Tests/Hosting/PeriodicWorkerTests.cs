using Microsoft.Extensions.Logging;
using Portal.Kernel.Data;
using Portal.Kernel.Hosting;
using Xunit;

namespace Portal.Tests.Hosting;

public sealed class PeriodicWorkerTests
{
    [Fact]
    public async Task Work_WhileTheDatabaseIsAway_IsSaidInALineOnceAndWhenItIsBack()
    {
        var log = new Lines();
        using var worker = new Worker(log);
        foreach (var failure in new[] { Away, Away, Away, null, null, Away })
        {
            worker.Failure = failure;
            await worker.OnceAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["Warning: It failed. The server is away.", "Information: Worker has the database again.", "Warning: It failed. The server is away."], log.Said);
    }

    [Fact]
    public async Task Work_ThatFailsOtherwise_IsSaidEachTimeWithWhere()
    {
        var log = new Lines();
        using var worker = new Worker(log) { Failure = new InvalidOperationException("A bug.") };
        await worker.OnceAsync(TestContext.Current.CancellationToken);
        await worker.OnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, log.Said.Count);
        Assert.All(log.Said, line => Assert.Contains("   at ", line, StringComparison.Ordinal));
    }

    private static Exception? Away => new DatabaseUnavailableException("The server is away.");

    private sealed class Worker(ILogger logger) : PeriodicWorker(TimeSpan.Zero, TimeSpan.Zero, "It failed.", TimeProvider.System, logger)
    {
        public Exception? Failure { get; set; }

        public Task OnceAsync(CancellationToken cancellationToken) => TryAsync(cancellationToken);

        protected override Task WorkAsync(CancellationToken cancellationToken) => Failure is null ? Task.CompletedTask : throw Failure;
    }

    private sealed class Lines : ILogger
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Said.Add($"{logLevel}: {formatter(state, exception)} {exception}".TrimEnd());
    }
}
