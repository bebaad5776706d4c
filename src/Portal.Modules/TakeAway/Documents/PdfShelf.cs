using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Modules.TakeAway.Pdf;
using Portal.Modules.TakeAway.Public;

namespace Portal.Modules.TakeAway.Documents;

/// <summary>
/// Makes PDFs, one at a time, and keeps those made last: a document that says the same is not made again. What it says decides, so that a change of
/// anything in it makes a new one.
/// </summary>
public sealed partial class PdfShelf(PdfMaker maker, IOptions<TakeAwayOptions> options, TimeProvider time, ILogger<PdfShelf> logger) : IDisposable
{
    /// <summary>Letters of HTML that a document may have.</summary>
    public const int MaxLetters = 4_000_000;

    private const long MaxBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan WaitingTime = TimeSpan.FromSeconds(15);

    private static readonly JsonSerializerOptions JsonOptions = new() { IncludeFields = true };

    private readonly SemaphoreSlim _making = new(1);
    private readonly Lock _gate = new();
    private readonly LinkedList<PdfFile> _kept = [];

    /// <returns>The file, or why there is none.</returns>
    public async Task<(PdfFile? File, PdfRefusal Refusal)> GetAsync(PrintDocument document, ActionContext context, string site, string root, CancellationToken cancellationToken)
    {
        if (document.Parts.Sum(part => part.Html.Length) > MaxLetters)
        {
            return (null, PdfRefusal.TooLong);
        }

        var version = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((document, site, root), JsonOptions)).AsSpan(0, 16));
        if (Kept(version) is { } kept)
        {
            return (kept, default);
        }

        if (!maker.CanMake)
        {
            return (null, PdfRefusal.NoPrinter);
        }

        if (!await _making.WaitAsync(WaitingTime, cancellationToken))
        {
            return (null, PdfRefusal.Busy);
        }

        try
        {
            // Whoever was before may have made the same.
            return Kept(version) is { } made ? (made, default) : (Keep(new PdfFile(version, await MakeAsync(document, context, site, root, cancellationToken))), default);
        }
        catch (PdfTooLongException)
        {
            return (null, PdfRefusal.TooLong);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The page says how to print; why it could not be done is ours to look into.
            CouldNotMake(logger, e, document.Address);
            return (null, PdfRefusal.Failed);
        }
        finally
        {
            _making.Release();
        }
    }

    public void Dispose() => _making.Dispose();

    private async Task<byte[]> MakeAsync(PrintDocument document, ActionContext context, string site, string root, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.Seconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await maker.MakeAsync(document, context, site, root, either.Token);
    }

    private PdfFile? Kept(string version)
    {
        lock (_gate)
        {
            if (_kept.FirstOrDefault(file => file.Version == version) is not { } file)
            {
                return null;
            }

            _kept.Remove(file);
            _kept.AddFirst(file);
            return file;
        }
    }

    private PdfFile Keep(PdfFile file)
    {
        lock (_gate)
        {
            _kept.AddFirst(file);
            while (_kept.Count > 1 && _kept.Sum(kept => (long)kept.Bytes.Length) > MaxBytes)
            {
                _kept.RemoveLast();
            }

            return file;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The PDF of {Address} could not be made.")]
    private static partial void CouldNotMake(ILogger logger, Exception exception, string address);
}

/// <param name="Version">Changes with what the document says.</param>
public sealed record PdfFile(string Version, byte[] Bytes);

/// <summary>Why there is no PDF.</summary>
public enum PdfRefusal
{
    Busy,
    NoPrinter,
    TooLong,
    Failed,
}
