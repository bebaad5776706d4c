using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Kernel.Content.Parts;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Indexes what the site's map says of an item, where that is not what it says of all.</summary>
public sealed class SitemapHandler() : IndexHandler("content_sitemap")
{
    // In the order of Orchard Core's numbers for them.
    private static readonly string[] Frequencies = ["always", "hourly", "daily", "weekly", "monthly", "yearly", "never"];

    public override ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Item.Has(nameof(SitemapPart)) && context.Item.Part<SitemapPart>() is { OverrideSitemapConfig: true } part)
        {
            if (part.Priority is < 0 or > 10)
            {
                context.Errors.Add(new ContentError(nameof(SitemapPart), nameof(SitemapPart.Priority), $"{part.Priority} is not a priority: it is a whole number from 0 to 10."));
            }

            if (part.ChangeFrequency is not null && Frequency(part.ChangeFrequency) is null)
            {
                context.Errors.Add(new ContentError(
                    nameof(SitemapPart), nameof(SitemapPart.ChangeFrequency), $"'{part.ChangeFrequency}' is not a frequency; there are {string.Join(", ", Frequencies)}."));
            }
        }

        return ValueTask.CompletedTask;
    }

    protected override async ValueTask WriteAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Item.Has(nameof(SitemapPart)) && context.Item.Part<SitemapPart>() is { OverrideSitemapConfig: true } part)
        {
            await context.Session.ExecuteAsync(
                "insert into content_sitemap (version_id, item_id, excluded, priority, change_frequency) values (@versionId, @itemId, @excluded, @priority, @frequency)",
                new
                {
                    versionId = context.Item.ContentItemVersionId,
                    itemId = context.Item.ContentItemId,
                    excluded = part.Exclude,
                    priority = (part.Priority / 10m).ToString("0.0", CultureInfo.InvariantCulture),
                    frequency = part.ChangeFrequency is null ? null : Frequency(part.ChangeFrequency),
                },
                cancellationToken);
        }
    }

    private static string? Frequency(JsonNode written)
        => int.TryParse(written.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Frequencies.ElementAtOrDefault(number)
            : Array.Find(Frequencies, name => name.Equals(written.ToString(), StringComparison.OrdinalIgnoreCase));
}
