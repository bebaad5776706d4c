using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Portal.BrowserTests.Browser;

/// <summary>What went wrong in the pages of a context: console errors and warnings (those of the content security policy among them), exceptions, failed requests.</summary>
public sealed class PageLog
{
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _requests = new();

    public PageLog(IBrowserContext context)
    {
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsOfAPageExpectedToFail(message))
            {
                _errors.Enqueue($"{message.Page?.Url} console {message.Type}: {message.Text} {message.Location}");
            }
        };
        context.WebError += (_, error) => _errors.Enqueue($"{error.Page?.Url} exception: {error.Error}");
        context.Request += (_, request) => _requests.Enqueue(request.Url);
        context.RequestFailed += (_, request) =>
        {
            // The page or its script thought better of it.
            if (request.Failure != "net::ERR_ABORTED")
            {
                _errors.Enqueue($"{request.Url}: {request.Failure}");
            }
        };
    }

    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>The addresses asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>The status that the test's own page is to have; the browser reports one of 400 or more as an error.</summary>
    public int ExpectedStatus { get; set; } = 200;

    private bool IsOfAPageExpectedToFail(IConsoleMessage message)
        => ExpectedStatus >= 400 && message.Text.Contains($"status of {ExpectedStatus}", StringComparison.Ordinal)
            && message.Location.StartsWith(message.Page?.Url ?? "none", StringComparison.Ordinal);
}
