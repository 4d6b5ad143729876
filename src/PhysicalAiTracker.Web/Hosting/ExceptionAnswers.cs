using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Data.Sqlite;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>The one exception handler. Programs are answered here; people by the error page, to which the framework goes on.</summary>
public sealed class ExceptionAnswers : IExceptionHandler
{
    private const int SqliteBusy = 5;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request itself has the error page's path by now.
        if (!Errors.IsApi(httpContext.Features.GetRequiredFeature<IExceptionHandlerPathFeature>().Path))
        {
            return false;
        }

        await Problems.WriteAsync(httpContext, StatusOf(exception), DetailOf(exception));
        return true;
    }

    internal static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ when IsBusy(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>SQLite has one writer at a time, and others waited for as long as they may.</summary>
    private static bool IsBusy(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: SqliteBusy } || (exception.InnerException is { } inner && IsBusy(inner));

    /// <summary>Only what the caller did wrong; nothing of ours.</summary>
    private static string? DetailOf(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } =>
            $"The body is not the JSON that is expected here: line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}, path {json.Path}.",
        BadHttpRequestException bad when Errors.DetailOf(bad.StatusCode, ["application/json"]) is { } detail => detail,
        _ when IsBusy(exception) => "Others are writing at the moment: try again.",
        AntiforgeryValidationException => "The antiforgery token is missing or does not fit the session.",
        _ => null,
    };
}
