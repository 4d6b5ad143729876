using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Web.Api.Idempotency;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>A disclosure that was taken.</summary>
/// <param name="Id">Null where everything was known already, so that nothing was written.</param>
/// <param name="Url">Where the disclosure answers; null as the id is.</param>
/// <param name="Changes">What became of each record, in the order of the document; empty of what is not published.</param>
/// <param name="State">Of a disclosure that is kept or submitted: where it stands.</param>
/// <param name="Version">Of the same: what the next step names in <c>If-Match</c>; also the ETag.</param>
internal sealed record PublishedAnswer(
    Guid? Id,
    string? Url,
    IReadOnlyList<AppliedChange> Changes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DisclosureState? State = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Version = null);

/// <summary>A change that started from a version which is no longer the current one.</summary>
/// <param name="Pointer">The change within the document.</param>
/// <param name="Submitted">The fields that it wanted to set; null of a merge.</param>
/// <param name="Current">All fields as they stand now; none of a record that is gone.</param>
internal sealed record ConflictAnswer(string Pointer, RecordKind Record, Guid Id, int StartedFrom, int CurrentVersion, JsonNode? Submitted, JsonObject Current);

/// <summary>What a program is told about a disclosure it sent.</summary>
internal static class PublishAnswers
{
    public static IResult Of(HttpContext context, JsonObject document, DisclosureOutcome outcome)
    {
        if (outcome.SelfForbidden)
        {
            return Problems.Of(context, StatusCodes.Status403Forbidden, "Nobody publishes what they entered themselves here: send it with state=submitted, for somebody else to accept.");
        }

        if (outcome.Overtaken)
        {
            context.Features.Set(new PassingAnswer());
            return Problems.Of(context, StatusCodes.Status409Conflict, "Somebody published a change to the same records at the same moment: look at theirs and try again.");
        }

        if (!outcome.Accepted)
        {
            List<ConflictAnswer> conflicts = [.. outcome.Conflicts.Select(conflict => ConflictOf(conflict, document))];
            return outcome.Problems.Count > 0 ? Refused(context, outcome.Problems, conflicts) : Conflict(context, conflicts);
        }

        if (outcome.DisclosureId is not { } id)
        {
            return new JsonAnswer(new PublishedAnswer(null, null, outcome.Changes));
        }

        var url = ApiUrls.Of(Collections.Disclosures, id);
        context.Response.Headers.Location = url;
        return new JsonAnswer(new PublishedAnswer(id, url, outcome.Changes), StatusCodes.Status201Created);
    }

    /// <summary>400 with every problem, by JSON pointer into the document.</summary>
    public static IResult Refused(HttpContext context, IReadOnlyList<Problem> problems, IReadOnlyList<ConflictAnswer>? conflicts = null) => Problems
        .Of(context, StatusCodes.Status400BadRequest, $"What was sent has {Count(problems.Count, "problem")}, and nothing was written.", ProblemType.InvalidDocument)
        .With("problems", problems)
        .With("conflicts", conflicts ?? []);

    /// <summary>409 with both versions of each.</summary>
    public static ProblemHttpResult Conflict(HttpContext context, IReadOnlyList<ConflictAnswer> conflicts) => Problems
        .Of(context, StatusCodes.Status409Conflict, $"{Count(conflicts.Count, "record")} changed since, and nothing was written: look at both versions and send the one to keep with the current version.")
        .With("conflicts", conflicts);

    private static ConflictAnswer ConflictOf(VersionConflict conflict, JsonObject document)
    {
        var submitted = document["changes"] is JsonArray changes ? changes[Index(conflict.Pointer)]!["set"]?.DeepClone() : null;
        return new ConflictAnswer(conflict.Pointer, conflict.Record, conflict.Id, conflict.StartedFrom, conflict.CurrentVersion, submitted, conflict.Current);
    }

    /// <summary>Of <c>/changes/3</c>: 3.</summary>
    private static int Index(string pointer) => int.Parse(pointer.AsSpan(pointer.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
