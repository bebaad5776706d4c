using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Kernel.Data;

namespace Portal.Kernel.Hosting;

/// <summary>A setting of the site. The step of a recipe refuses it by the same reading that the site goes by.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Wanted">What it must be, to end a sentence with.</param>
/// <param name="Read">What the site makes of the text; null when it can make nothing of it.</param>
internal sealed record SiteSetting(string Name, string Wanted, Func<string, string?> Read)
{
    public static readonly SiteSetting SiteName = Text("SiteName"), Description = Text("Description"), Operator = Text("Operator"), Theme = Text("Theme");

    public static readonly SiteSetting BaseUrl = new(
        "BaseUrl", "an address such as https://portal.example", text => Address(text) is { Scheme: "http" or "https" } ? text.Trim() : null);

    public static readonly SiteSetting QuickExit = new(
        "QuickExit", "an address such as https://www.wikipedia.org/, where nothing tells what was read", text => Address(text) is { Scheme: "https" } away ? away.AbsoluteUri : null);

    public static readonly SiteSetting ContactEmail = new(
        "ContactEmail", "an e-mail address such as contact@portal.example", text => MailAddress.TryCreate(text, out var mail) ? mail.Address : null);

    public static readonly IReadOnlyList<SiteSetting> All = [SiteName, Description, Operator, Theme, BaseUrl, QuickExit, ContactEmail];

    /// <summary>The setting among all of the site's; null when it is not set, or empty.</summary>
    public string? Of(JsonObject? settings) => settings?[Name].TextOrNull() is { } text && !string.IsNullOrWhiteSpace(text) ? Read(text) : null;

    /// <summary>A sentence that says what is wrong with what was given; null when nothing is, or when it was not given.</summary>
    public string? Mistake(JsonObject given) => given[Name] switch
    {
        null => null,
        var value when value.GetValueKind() != JsonValueKind.String => $"'{Name}' must be a text.",
        var value when (string)value! is var text && !string.IsNullOrWhiteSpace(text) && Read(text) is null => $"'{Name}' is '{text}': it must be {Wanted}.",
        _ => null,
    };

    private static SiteSetting Text(string name) => new(name, "a text", text => text);

    private static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
}
