using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>A record that was removed (RFC 9110, 15.5.11).</summary>
/// <param name="RemovedAt">When (UTC).</param>
/// <param name="RemovedBy">Who did it.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="History">Path of everything it was.</param>
internal sealed record GoneApiProblem(
    string Type, string Title, int Status, string Detail, string TraceId, DateTime RemovedAt, string RemovedBy, string Reason, string History)
    : ApiProblem(Type, Title, Status, Detail, TraceId);

/// <summary>What is told of records that were there once: a merged one redirects for ever, a removed one says when and why.</summary>
internal static class GoneAnswers
{
    /// <summary>301 with the record that goes on, 410 with when and why; null where there never was such a record in the collection.</summary>
    public static async Task<IResult?> FindAsync(HttpContext context, Collection collection, string id) =>
        collection.Kind is { } kind ? await FindAsync(context, kind, collection.Name, id) : null;

    /// <inheritdoc cref="FindAsync(HttpContext, Collection, string)"/>
    /// <param name="collection">Name of the collection.</param>
    /// <param name="suffix">Of what was asked for, behind the record's address.</param>
    public static async Task<IResult?> FindAsync(HttpContext context, RecordKind kind, string collection, string id, string suffix = "")
    {
        if (await RecordAsync(context, kind, collection, id) is not { } gone)
        {
            return null;
        }

        if (gone.MergedInto is { } into)
        {
            return TypedResults.Redirect(ApiUrls.Of(typeof(RecordName))!(into) + suffix + context.Request.QueryString, permanent: true);
        }

        return Problems.Of(context, StatusCodes.Status410Gone, $"“{gone.Name}” was removed on {gone.At:yyyy-MM-dd} by {gone.By}: {gone.Reason}")
            .With("removedAt", gone.At).With("removedBy", gone.By).With("reason", gone.Reason).With("history", $"{ApiUrls.Of(collection, gone.Id)}/history");
    }

    /// <summary>What was removed or merged; null where the collection never had it.</summary>
    private static async Task<GoneRecord?> RecordAsync(HttpContext context, RecordKind kind, string collection, string id) =>
        await context.RequestServices.GetRequiredService<GoneQueries>().FindAsync(kind, id, context.RequestAborted) is { } gone
        && (gone.PartyKind is not { } party || Collections.Has(collection, party)) ? gone : null;
}
