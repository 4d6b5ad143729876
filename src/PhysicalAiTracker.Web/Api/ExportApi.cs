using Microsoft.Net.Http.Headers;
using PhysicalAiTracker.Core.Exporting;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/export</c>: everything at once, for programs that have a key, and people who are signed in.</summary>
internal static class ExportApi
{
    public const string Name = "export";

    /// <summary>Parameter of the path.</summary>
    public const string File = "file";

    private const string Zip = "application/zip";

    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void MapExportApi(this IEndpointRouteBuilder api)
    {
        api.MapExport(Name, AllAsync).WithName("get-export").WithSummary("All records, evidence and history as one ZIP file, with a manifest")
            .Produces<byte[]>(StatusCodes.Status200OK, Zip);
        api.MapExport($"{Name}/{{{File}}}", OneAsync).WithName("get-export-file").WithSummary("One file of the export: a table as NDJSON or CSV")
            .Produces<string>(StatusCodes.Status200OK, "application/x-ndjson", "text/csv").Refuses<ApiProblem>(StatusCodes.Status404NotFound);
    }

    private static RouteHandlerBuilder MapExport(this IEndpointRouteBuilder api, string pattern, Delegate handler) =>
        api.MapDeferred(pattern, Reads, handler).RequireAuthorization(Policies.Contributor).WithTags(IndexApi.Tag)
            .Produces(StatusCodes.Status304NotModified)
            .Refuses<ParameterApiProblem>(StatusCodes.Status400BadRequest)
            .Refuses<ApiProblem>(StatusCodes.Status429TooManyRequests);

    private static Task<IResult> AllAsync(HttpContext context, ExportQueries export) =>
        AnswerAsync(context, export, new StreamedFile(Zip, "physical-ai-tracker.zip", (stream, cancellation) => export.ToZipAsync(stream, cancellation)));

    private static async Task<IResult> OneAsync(HttpContext context, ExportQueries export, string file) =>
        ExportQueries.FileNames.Contains(file) && file != ExportManifest.FileName
            ? await AnswerAsync(context, export, new StreamedFile(
                file.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson; charset=utf-8",
                file,
                (stream, cancellation) => export.WriteAsync(file, stream, cancellation)))
            : Problems.Of(context, StatusCodes.Status404NotFound, $"The export has no file “{RequestParameters.Shorten(file)}”. The manifest is in the whole one; its other files are {string.Join(", ", ExportQueries.FileNames.SkipLast(1))}.");

    private static async Task<IResult> AnswerAsync(HttpContext context, ExportQueries export, StreamedFile answer)
    {
        if (RequestParameters.Strangers(context.Request.Query, []).ToList() is { Count: > 0 } strangers)
        {
            return ApiProblems.BadRequest(context, strangers);
        }

        // Weak: two builds may compress the same data differently.
        var tag = new EntityTagHeaderValue($"\"export-{await export.VersionAsync(context.RequestAborted)}\"", isWeak: true);
        context.Response.GetTypedHeaders().ETag = tag;
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(asked => asked.Compare(tag, useStrongComparison: false) || asked == EntityTagHeaderValue.Any)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : answer;
    }

    /// <summary>A file that is sent as it is made.</summary>
    private sealed class StreamedFile(string type, string name, Func<Stream, CancellationToken, Task> write) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = type;
            httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : write(httpContext.Response.Body, httpContext.RequestAborted);
        }
    }
}
