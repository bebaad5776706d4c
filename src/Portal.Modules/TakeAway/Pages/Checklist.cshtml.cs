using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Data;
using Portal.Modules.Shared;
using Portal.Modules.Shared.Articles;
using Portal.Modules.TakeAway.Checklists;

namespace Portal.Modules.TakeAway.Pages;

/// <summary>All checklists of a page and of what stands in it, to tick and to print: <c>/checklist</c> and the page's path.</summary>
[OutputCache(PolicyName = CachePolicies.Public)]
public sealed class ChecklistModel(IDatabase database, ContentRouter router, ChecklistReader reader) : PortalPage
{
    public ChecklistView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? path, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        switch (await router.ResolveAsync(session, path ?? "", cancellationToken))
        {
            case RouteResult.Moved moved:
                return RedirectPermanent("/checklist" + LocalAddress.Of(moved.Path));
            case RouteResult.Found { Item: var item }:
                View = await reader.OfAsync(session, item, cancellationToken);
                break;
            case var other:
                return Elsewhere(other);
        }

        if (View.Parts.Count == 0)
        {
            return NotFound();
        }

        DependOn(ChangeFeed.Content, Glossary.Tag);
        SetHead(new PageHead
        {
            Title = $"Checklists: {View.Whole.Title}",
            ShortTitle = "Checklists",
            Description = $"All checklists of ‘{View.Whole.Title}’ on one page, to tick and to print.",
            Canonical = "/checklist" + View.Whole.Path,
            Crumbs = [new Crumb(View.Whole.Title, View.Whole.Path)],
            Language = View.Whole.Language,
        });
        return Page();
    }
}
