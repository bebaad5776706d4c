using Microsoft.AspNetCore.Mvc;
using Portal.Kernel.Content.Items;
using Portal.Kernel.Data;

namespace Portal.Modules.TakeAway.Public;

/// <summary>Makes the document of items of one type whose page has a shape of its own: a module adds one to the services. Any other type has one that shows its fields.</summary>
public interface IKindPrint
{
    /// <summary>The name of the type.</summary>
    string Type { get; }

    /// <param name="session">Where to read.</param>
    /// <param name="item">An item of the type.</param>
    /// <param name="context">The request, in which templates are rendered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<PrintDocument> OfAsync(DbSession session, ContentItem item, ActionContext context, CancellationToken cancellationToken);
}
