using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Portal.Kernel.Content.Definitions;
using Portal.Kernel.Content.Reading;
using Portal.Kernel.Content.Store;
using Portal.Kernel.Data;
using Portal.Modules.Shared;

namespace Portal.Modules.Site;

/// <summary>Published items for machines, in Orchard Core's JSON: <c>/api/v1/content</c>.</summary>
internal static class ContentApi
{
    private static readonly QueryNumber PageNumber = new("page", 1_000_000, 1);
    private static readonly QueryNumber PageSize = new("size", 100, 20);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/content/{id}", ItemAsync)
            .WithName("content-item").WithTags("Content").WithSummary("One published item, by its id or by a handle: alias:name, slug:path.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        endpoints.MapGet("/api/v1/content", ListAsync)
            .WithName("content").WithTags("Content").WithSummary("Published items of a type, by title.").ProducesValidationProblem().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<JsonObject>, ProblemHttpResult>> ItemAsync(
        string id, IDatabase database, ContentHandles handles, PublicReferences references, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        // A slash of a path arrives still encoded.
        return await handles.PublishedAsync(session, Uri.UnescapeDataString(id), cancellationToken) is { } item
            ? TypedResults.Ok((await references.WriteAsync(session, [item], cancellationToken))[0])
            : TypedResults.Problem($"There is no published item with the id or the handle '{id}'.", statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ContentPage>, ValidationProblem>> ListAsync(
        string? type, string? page, string? size, IDatabase database, ContentStore store, PublicReferences references, ContentDefinitionStore definitions,
        CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var number = PageNumber.Read(page, errors);
        var count = PageSize.Read(size, errors);
        if (type is null || (await definitions.GetAsync(cancellationToken)).Type(type) is null)
        {
            errors["type"] = [type is null ? "'type' is missing: name a content type, for example Handbook." : $"'{type}' is not a content type."];
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        await using var session = await database.ReadAsync(cancellationToken);
        var total = await session.FirstOrDefaultAsync<int>("select count(*) from content_item where type = @type and published = 1", new { type }, cancellationToken);
        var items = await store.ReadAsync(
            session,
            "where i.type = @type and i.published = 1 order by i.display_text nulls first, i.item_id limit @count offset @offset",
            new { type, count, offset = (number - 1) * count },
            cancellationToken);
        return TypedResults.Ok(new ContentPage(total, await references.WriteAsync(session, items, cancellationToken)));
    }
}

internal sealed record ContentPage(int Total, IReadOnlyList<JsonObject> Items);
