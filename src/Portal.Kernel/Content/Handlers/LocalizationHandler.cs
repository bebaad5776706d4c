using Portal.Kernel.Content.Localization;
using Portal.Kernel.Content.Parts;
using Portal.Kernel.Data;

namespace Portal.Kernel.Content.Handlers;

/// <summary>
/// Holds an item's language to the rules of language tags, and sees that a set of translations has one item of each. An item that names no set begins one
/// that bears its own id, so that nothing has to be written into its file.
/// </summary>
public sealed class LocalizationHandler(ChangeFeed feed) : IndexHandler("content_localization")
{
    public override ValueTask SavingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        if (context.Type.Has(nameof(LocalizationPart)) && context.Item.Part<LocalizationPart>() is { LocalizationSet: null or "" } part)
        {
            part.LocalizationSet = context.Item.ContentItemId;
            context.Item.Apply(part);
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var part = context.Item.Part<LocalizationPart>();
        if (!string.IsNullOrEmpty(part.Culture) && !LanguageTag.IsValid(part.Culture))
        {
            Refuse(context, nameof(LocalizationPart.Culture), $"'{part.Culture}' is not a language tag; write it as en or pt-BR.");
        }
        else if (part.LocalizationSet is { Length: > 0 } set)
        {
            var other = await context.Session.FirstOrDefaultAsync<string>(
                "select item_id from content_localization where localization_set = @set and culture = @culture and item_id <> @itemId",
                new { set, culture = Culture(part), itemId = context.Item.ContentItemId },
                cancellationToken);
            if (other is not null)
            {
                Refuse(context, nameof(LocalizationPart.LocalizationSet), $"Another item ({other}) is the edition in '{Culture(part)}' of the set '{set}' already.");
            }
        }
    }

    public override async ValueTask SavedAsync(ContentContext context, CancellationToken cancellationToken)
    {
        await base.SavedAsync(context, cancellationToken);
        if (context.Item.Published)
        {
            await TellAsync(context, cancellationToken);
        }
    }

    public override async ValueTask WithdrawnAsync(ContentContext context, CancellationToken cancellationToken)
    {
        await base.WithdrawnAsync(context, cancellationToken);
        await TellAsync(context, cancellationToken);
    }

    protected override async ValueTask WriteAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var part = context.Item.Part<LocalizationPart>();
        if (part.LocalizationSet is { Length: > 0 } set)
        {
            await context.Session.ExecuteAsync(
                "insert into content_localization (version_id, item_id, localization_set, culture) values (@versionId, @itemId, @set, @culture)",
                new { versionId = context.Item.ContentItemVersionId, itemId = context.Item.ContentItemId, set, culture = Culture(part) },
                cancellationToken);
        }
    }

    private static string Culture(LocalizationPart part)
        => (string.IsNullOrEmpty(part.Culture) ? LocalizationPart.DefaultCulture : part.Culture).ToLowerInvariant();

    private static void Refuse(ContentContext context, string field, string problem) => context.Errors.Add(new ContentError(nameof(LocalizationPart), field, problem));

    // The pages of the other languages show a link to this one, or a link less.
    private async Task TellAsync(ContentContext context, CancellationToken cancellationToken)
    {
        string?[] sets = [context.Item.Part<LocalizationPart>().LocalizationSet, context.PublishedBefore?.Part<LocalizationPart>().LocalizationSet];
        foreach (var set in sets.OfType<string>().Distinct())
        {
            var others = await context.Session.QueryAsync<string>(
                "select distinct item_id from content_localization where localization_set = @set and item_id <> @itemId", new { set, itemId = context.Item.ContentItemId }, cancellationToken);
            feed.Add(context.Session, others.Count == 0 ? [] : [Translations.Tag, .. others]);
        }
    }
}
