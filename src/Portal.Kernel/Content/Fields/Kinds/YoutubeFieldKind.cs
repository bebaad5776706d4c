using System.Collections.Frozen;
using System.Text.Json.Nodes;
using System.Web;
using Portal.Kernel.Content.Definitions;

namespace Portal.Kernel.Content.Fields.Kinds;

/// <summary>A film on YouTube: <c>{ RawAddress, EmbeddedAddress }</c>. It is shown as a link, so that nothing is loaded from there before a reader wants it.</summary>
public sealed class YoutubeFieldKind : FieldKind
{
    private const string Short = "youtu.be";

    private static readonly FrozenSet<string> Hosts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "youtube.com", "www.youtube.com", "m.youtube.com", Short, "youtube-nocookie.com", "www.youtube-nocookie.com");

    public override string Name => "YoutubeField";

    public override JsonObject? Read(FrontMatterValue value, FieldReading reading)
    {
        if (reading.One(value) is not { } text)
        {
            return null;
        }

        return Embedded(text) is { } embedded ? new JsonObject { ["RawAddress"] = text, ["EmbeddedAddress"] = embedded } : new JsonObject { ["RawAddress"] = text };
    }

    public override FrontMatterValue? Write(JsonObject json, IFieldNames names) => Scalar(String(json, "RawAddress"));

    /// <summary>The address that a link leads to; null when there is none that may be linked to.</summary>
    public static string? Address(JsonObject json)
        => new[] { String(json, "RawAddress"), String(json, "EmbeddedAddress") }.FirstOrDefault(address => !string.IsNullOrWhiteSpace(address)) is { } url && IsYoutube(url) ? url : null;

    protected override bool IsEmpty(JsonObject json) => Missing(json, "RawAddress") && Missing(json, "EmbeddedAddress");

    protected override IEnumerable<string> Check(JsonObject json, ContentFieldDefinition field)
        => from key in new[] { "RawAddress", "EmbeddedAddress" }
           where !Missing(json, key) && !(String(json, key) is { } url && IsYoutube(url))
           select $"'{json[key]}' is not an address of YouTube: it begins with https://www.youtube.com/, https://youtu.be/ or https://www.youtube-nocookie.com/.";

    private static bool IsYoutube(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0 && uri.IsDefaultPort && Hosts.Contains(uri.Host);

    // As Orchard Core's editor makes it from what somebody pasted.
    private static string? Embedded(string url)
    {
        if (!IsYoutube(url))
        {
            return null;
        }

        var uri = new Uri(url);
        var film = uri.Host.Equals(Short, StringComparison.OrdinalIgnoreCase) ? uri.AbsolutePath.Trim('/') : HttpUtility.ParseQueryString(uri.Query)["v"];
        return string.IsNullOrEmpty(film) ? null : "https://www.youtube.com/embed/" + Uri.EscapeDataString(film);
    }
}
