namespace PhysicalAiTracker.Web.Hosting;

/// <summary>What goes wrong is told to programs (<c>/api</c>) as <c>application/problem+json</c>, to people as a page; both carry the trace id.</summary>
public static class Errors
{
    private const string Page = "/error/{0}";

    /// <summary>Whether a program asks.</summary>
    public static bool IsApi(HttpContext context) => IsApi(context.Request.Path);

    /// <inheritdoc cref="IsApi(HttpContext)"/>
    public static bool IsApi(PathString path) => path.StartsWithSegments("/api");

    public static void AddErrors(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails =
            context => context.ProblemDetails.Extensions["traceId"] = TraceIds.Of(context.HttpContext));
        services.AddExceptionHandler<ExceptionAnswers>();
        // Bad input to an endpoint reaches ExceptionAnswers, which says what was bad.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            AllowStatusCode404Response = true,
            StatusCodeSelector = ExceptionAnswers.StatusOf,
            // The framework would not log what the handler answers; a caller's mistake is no error of ours.
            SuppressDiagnosticsCallback = context => ExceptionAnswers.StatusOf(context.Exception) < StatusCodes.Status500InternalServerError,
        });
        app.UseWhen(IsApi, api => api.UseStatusCodePages(context => Problems.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode, DetailOf(context.HttpContext))));
        app.UseWhen(context => !IsApi(context), pages => pages.UseStatusCodePagesWithReExecute(Page));
    }

    /// <summary>What the caller can do, where the status alone does not tell; null where it does.</summary>
    private static string? DetailOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => KestrelLimits.AboutBodies,
        StatusCodes.Status414UriTooLong => KestrelLimits.AboutAddresses,
        StatusCodes.Status415UnsupportedMediaType when ApiRoutes.TypesTaken(context) is { Count: > 0 } types => $"The body must be sent as {string.Join(" or ", types)}.",
        _ => null,
    };
}
