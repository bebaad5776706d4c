using Portal.Kernel.Content.Parts;
using Portal.Kernel.Hosting;

namespace Portal.Kernel.Content.Handlers;

/// <summary>Refuses an address at which nobody could ever read the item, because something else answers there.</summary>
public sealed class ReachableHandler(SitePages pages) : ContentHandler
{
    public override ValueTask ValidatingAsync(ContentContext context, CancellationToken cancellationToken)
    {
        var route = context.Item.Part<AutoroutePart>();
        if (context.Type.Has(nameof(AutoroutePart)) && !route.Disabled && route.Path is { Length: > 0 } path && pages.Refusal(path) is { } problem)
        {
            context.Errors.Add(new ContentError(nameof(AutoroutePart), nameof(AutoroutePart.Path), problem));
        }

        return ValueTask.CompletedTask;
    }
}
