using Portal.Kernel.Content.Markdown;
using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Refuses a canonical address that is none.</summary>
public sealed class SeoMetaHandler : ContentHandler
{
    public override ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Item.Has(nameof(SeoMetaPart)) && context.Item.Part<SeoMetaPart>().Canonical is { Length: > 0 } address && !IsCanonical(address))
        {
            context.Errors.Add(new ContentError(
                nameof(SeoMetaPart), nameof(SeoMetaPart.Canonical), $"'{address}' is not an address: it begins with https://, http:// or, on this site, with /."));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Whether the text is an address of the web or a path of this site.</summary>
    public static bool IsCanonical(string address)
        => SafeLinks.IsSafe(address)
            && (address[0] == '/' || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Host.Length > 0));
}
