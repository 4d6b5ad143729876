using System.Runtime.CompilerServices;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api.Lists;

/// <summary>Reads a list for the forms that are no page of JSON.</summary>
internal static class ListFiles
{
    /// <summary>Orders that tell what is new, in the order in which they are looked for.</summary>
    private static readonly string[] Newest = ["updated", "created", "at"];

    /// <summary>Entries of a feed.</summary>
    private const string FeedLength = "50";

    public static IResult Refuse(HttpContext context) => Problems.Of(
        context, StatusCodes.Status406NotAcceptable, $"A list is answered as {string.Join(", ", ListFormat.All.Select(format => format.MediaType))}.");

    /// <summary>What a form cannot do though the list can.</summary>
    public static IEnumerable<ParameterProblem> Limits(ListFormat format, ListRequest request, Shape shape)
    {
        var never = ListDefinition.OfPages.Except(shape.Collection.Definition.Summaries.Count == 0 ? [ListDefinition.Aggregate, ListDefinition.By] : [])
            .Concat(format == ListFormat.Atom ? [ListDefinition.SortBy, .. Shape.Parameters] : []);
        foreach (var name in never.Where(request.Parameters.ContainsKey))
        {
            yield return new ParameterProblem(name, format == ListFormat.Atom ? "has no use in a feed, which has the newest of the list" : "has no use here: the answer is the whole list", []);
        }

        if (format == ListFormat.Csv && (shape.WithAssertions || shape.Beside.Count > 0))
        {
            yield return new ParameterProblem(Shape.IncludeParameter, "a table has no room for what is included: ask for JSON or NDJSON", []);
        }
    }

    /// <summary>The request as its first page is asked for.</summary>
    public static ListRequest First(ListFormat format, ListRequest request, Collection collection)
    {
        var parameters = new Dictionary<string, IReadOnlyList<string>>(request.Parameters, StringComparer.Ordinal);
        if (format == ListFormat.Atom)
        {
            parameters[ListDefinition.SortBy] = ["-" + Newest.First(name => collection.Definition.Orders.Any(order => order.Name == name))];
        }

        parameters[ListDefinition.Limit] = [format == ListFormat.Atom ? FeedLength : $"{ListRequest.MaxLimit}"];
        return new ListRequest(parameters) { Counts = false, Members = format == ListFormat.Atom ? null : request.Members };
    }

    /// <summary>The first page and those behind it, each read when the one before it is sent.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<TItem>> PagesAsync<TItem>(
        Page<TItem> first, ListRequest request, Func<ListRequest, Task<Page<TItem>>> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var page = first;
        yield return page.Items;
        while (page.Next is { } cursor)
        {
            cancellation.ThrowIfCancellationRequested();
            page = await read(request with { Parameters = new Dictionary<string, IReadOnlyList<string>>(request.Parameters) { [ListDefinition.Cursor] = [cursor] } });
            yield return page.Items;
        }
    }
}
