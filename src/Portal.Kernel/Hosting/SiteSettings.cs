using Portal.Kernel.Data;

namespace Portal.Kernel.Hosting;

/// <summary>What the settings step of a recipe says of the site.</summary>
public sealed record SiteSettings
{
    public string SiteName { get; init; } = "Portal";

    public string Description { get; init; } = "";

    /// <summary>Scheme and host that addresses in feeds and the site map begin with; those of the request when empty.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Where the link 'Leave this site' leads: a page that says nothing of what was read.</summary>
    public string QuickExit { get; init; } = "https://www.wikipedia.org/";

    /// <summary>Who runs the site, as its pages say; null until somebody has set it.</summary>
    public string? Operator { get; init; }

    /// <summary>Where readers write to; null until somebody has set it.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>The theme's name.</summary>
    public string Theme { get; init; } = "Commons";

    /// <summary>When set-up ended; null before.</summary>
    public string? SetupUtc { get; init; }
}

/// <summary>Keeps the site's settings, and in memory until they change.</summary>
public sealed class SiteSettingsStore(IDatabase database, DocumentStore documents) : IChangeListener
{
    public const string Kind = "settings";
    public const string Name = "site";

    private readonly Cached<SiteSettings> _current = new();

    /// <summary>The settings as last read; the defaults before the first reading. For where nothing can be awaited.</summary>
    public SiteSettings Known { get; private set; } = new();

    public ValueTask<SiteSettings> GetAsync(CancellationToken cancellationToken) => _current.GetAsync(LoadAsync, cancellationToken);

    public async Task<SiteSettings> ReadAsync(DbSession session, CancellationToken cancellationToken)
    {
        var json = await documents.GetAsync(session, Kind, Name, cancellationToken);
        var site = new SiteSettings();
        return new SiteSettings
        {
            SiteName = SiteSetting.SiteName.Of(json) ?? site.SiteName,
            Description = SiteSetting.Description.Of(json) ?? site.Description,
            BaseUrl = SiteSetting.BaseUrl.Of(json),
            QuickExit = SiteSetting.QuickExit.Of(json) ?? site.QuickExit,
            Operator = SiteSetting.Operator.Of(json),
            ContactEmail = SiteSetting.ContactEmail.Of(json),
            Theme = SiteSetting.Theme.Of(json) ?? site.Theme,
            SetupUtc = json?["SetupUtc"].TextOrNull(),
        };
    }

    public ValueTask ChangedAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken)
    {
        if (ChangeFeed.Concerns(tags, ChangeFeed.Settings))
        {
            _current.Forget();
        }

        return ValueTask.CompletedTask;
    }

    private async Task<SiteSettings> LoadAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return Known = await ReadAsync(session, cancellationToken);
    }
}
