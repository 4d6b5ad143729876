using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Api.Lists;
using PhysicalAiTracker.Web.AsOf;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>The one way in which every collection answers: checks the request, asks Core, shapes what it says.</summary>
internal static class Answers
{
    /// <summary>A page of the list, or everything that is wrong with the request.</summary>
    public static async Task<IResult> ListAsync<TItem>(
        HttpContext context, Func<ListRequest, CancellationToken, IReadOnlyList<string>, Task<ListResult<TItem>>> query)
        where TItem : class
    {
        if (ListFormat.Of(context) is not { } format)
        {
            return ListFiles.Refuse(context);
        }

        var shape = Shape.Of(context);
        var request = RequestParameters.Read(context.Request.Query) with { Members = shape.Read };
        var read = format == ListFormat.Json ? request : ListFiles.First(format, request, shape.Collection);
        var (page, problems) = await query(read, context.RequestAborted, Shape.Parameters);
        problems = [.. problems, .. shape.Problems, .. RequestParameters.Blanks(request, problems)];
        problems = format == ListFormat.Json ? problems : [.. problems.Where(problem => problem.Name != ListDefinition.Cursor), .. ListFiles.Limits(format, request, shape)];
        if (page is null || problems.Count > 0)
        {
            return ApiProblems.BadRequest(context, problems);
        }

        if (format == ListFormat.Atom)
        {
            return new AtomFeed(
                shape.Collection.Nouns, await AtomEntries.OfAsync(context, shape.Collection, page.Items),
                shape.Collection.HasPage ? $"/{shape.Collection.Name}{AsOfView.Without(context.Request.QueryString)}" : null);
        }

        if (format != ListFormat.Json)
        {
            await AddIncludesAsync(context, shape, page.Items);
            return new StreamedAnswer<TItem>(format, shape, ListFiles.PagesAsync(page, read, ReadAsync, context.RequestAborted));
        }

        await AddIncludesAsync(context, shape, page.Items);
        PageLinks.Add(context, page.Next, page.Prev);

        return new JsonAnswer(shape.IsSparse ? page.With<SparseItem>([.. page.Items.Select(shape.Pick)]) : page);

        async Task<Page<TItem>> ReadAsync(ListRequest asked)
        {
            var next = (await query(asked, context.RequestAborted, Shape.Parameters)).Page ?? throw new InvalidOperationException("A cursor of this list was refused.");
            await AddIncludesAsync(context, shape, next.Items);
            return next;
        }
    }

    /// <summary>One item by id.</summary>
    public static Task<IResult> ItemAsync<TItem>(HttpContext context, string id, Func<Guid, CancellationToken, Task<TItem?>> query)
        where TItem : class =>
        ItemAsync(context, id, (asked, cancellation) => Guid.TryParse(asked, out var guid) ? query(guid, cancellation) : Task.FromResult<TItem?>(null));

    /// <summary>One item by slug or id.</summary>
    public static Task<IResult> ItemAsync<TItem>(HttpContext context, string id, Func<string, CancellationToken, Task<TItem?>> query)
        where TItem : class =>
        ItemAsync(context, id, async (asked, cancellation) => new Found<TItem>(await query(asked, cancellation), null));

    /// <summary>One item by slug or id; a former slug answers 301 with the current one.</summary>
    public static async Task<IResult> ItemAsync<TItem>(HttpContext context, string id, Func<string, CancellationToken, Task<Found<TItem>>> query)
        where TItem : class
    {
        var shape = Shape.Of(context);
        var problems = shape.Problems.Concat(RequestParameters.Strangers(context.Request.Query, Shape.Parameters)).ToList();
        if (problems.Count > 0)
        {
            return ApiProblems.BadRequest(context, problems);
        }

        var collection = shape.Collection;
        var (item, movedTo) = await query(id, context.RequestAborted);
        if (movedTo is not null)
        {
            return TypedResults.Redirect(ApiUrls.Of(collection.Name, movedTo) + context.Request.QueryString, permanent: true);
        }

        if (item is null)
        {
            return await GoneAnswers.FindAsync(context, collection, id) ?? Missing(context, collection, id);
        }

        if (item is RecordItem record)
        {
            await context.RequestServices.GetRequiredService<EvidenceQueries>().GradeAsync([record], context.RequestAborted);
        }

        await AddIncludesAsync(context, shape, [item]);
        LinkHeader.Add(context, collection.Url, "collection");
        if (PageUrls.Of(typeof(TItem)) is { } page)
        {
            LinkHeader.Add(context, page(item), "alternate", "; type=\"text/html\"");
        }

        return new JsonAnswer(shape.IsSparse ? shape.Pick(item) : item) { LastModified = item is RecordItem { UpdatedAt: var changed } ? new DateTimeOffset(changed, TimeSpan.Zero) : null };
    }

    /// <summary>404: there is none, and never was.</summary>
    public static IResult Missing(HttpContext context, Collection collection, string id) =>
        Problems.Of(context, StatusCodes.Status404NotFound, $"No {collection.Noun} has the {collection.AskedBy} “{id}”.");

    private static async Task AddIncludesAsync<TItem>(HttpContext context, Shape shape, IReadOnlyCollection<TItem> items)
    {
        if (shape.WithAssertions && items is IReadOnlyCollection<RecordItem> records)
        {
            await context.RequestServices.GetRequiredService<EvidenceQueries>().AddToAsync(records, context.RequestAborted);
        }

        if (shape.Beside.Count > 0 && items is IReadOnlyCollection<RecordItem> all)
        {
            await context.RequestServices.GetRequiredService<IncludeQueries>().AddAsync(all, shape.Beside, context.RequestAborted);
        }
    }
}
