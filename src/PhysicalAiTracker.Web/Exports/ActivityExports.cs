using System.Globalization;
using System.Text;
using System.Text.Json;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Api;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Exports;

/// <summary>The activity log as files, with the filters of its page; written out as it is read, however long it is.</summary>
internal static class ActivityExports
{
    private static readonly string[] Columns = ["id", "at", "kind", "actorId", "actor", "subjectKind", "subjectId", "subject", "detail", "address"];

    public static void MapActivityExports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/admin/activity.csv", (HttpContext context, ActivityQueries activity) => WriteAsync(context, activity, "text/csv; charset=utf-8; header=present", Csv.Line(Columns), CsvOf))
            .RequireAuthorization(Policies.Admin).ExcludeFromDescription();
        routes.MapGet("/admin/activity.ndjson", (HttpContext context, ActivityQueries activity) => WriteAsync(context, activity, "application/x-ndjson; charset=utf-8", null, JsonOf))
            .RequireAuthorization(Policies.Admin).ExcludeFromDescription();
    }

    private static async Task WriteAsync(HttpContext context, ActivityQueries activity, string type, string? head, Func<ActivityItem, string> line)
    {
        var export = await activity.ExportAsync(RequestParameters.Read(context.Request.Query), context.RequestAborted);
        if (export.Items is null)
        {
            await ApiProblems.BadRequest(context, export.Problems).ExecuteAsync(context);
            return;
        }

        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"activity.{(head is null ? "ndjson" : "csv")}\"";
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16_384, leaveOpen: true) { NewLine = head is null ? "\n" : "\r\n" };
        if (head is not null)
        {
            await writer.WriteLineAsync(head.AsMemory(), context.RequestAborted);
        }

        await foreach (var item in export.Items.WithCancellation(context.RequestAborted))
        {
            await writer.WriteLineAsync(line(item).AsMemory(), context.RequestAborted);
        }
    }

    private static string CsvOf(ActivityItem item) => Csv.Line(
        item.Id.ToString(),
        item.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        Words.Of(item.Kind),
        item.ActorId?.ToString(),
        item.Actor,
        item.SubjectKind,
        item.SubjectId?.ToString(),
        item.Subject,
        item.Detail,
        item.Address);

    private static string JsonOf(ActivityItem item) => JsonSerializer.Serialize(item, ApiJson.Options);
}
