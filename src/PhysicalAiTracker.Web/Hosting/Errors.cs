using System.Globalization;

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

    private static string? DetailOf(HttpContext context) => context.Response.StatusCode == StatusCodes.Status403Forbidden && ApiRoutes.RoleAsked(context) is { } role
        ? $"It takes an account with the role of {role}, or of one above."
        : DetailOf(context.Response.StatusCode, ApiRoutes.TypesTaken(context));

    /// <summary>What the caller can do, where the status alone does not tell; null where it does.</summary>
    /// <param name="types">The types of body that are taken there.</param>
    internal static string? DetailOf(int status, IEnumerable<string> types) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => string.Create(CultureInfo.InvariantCulture, $"The body may have {KestrelLimits.MaxBody:N0} bytes."),
        StatusCodes.Status414UriTooLong => string.Create(CultureInfo.InvariantCulture, $"Path and query together may have {KestrelLimits.MaxAddress:N0} characters."),
        StatusCodes.Status429TooManyRequests => "More was asked in a minute than is answered. Wait the seconds of Retry-After; RateLimit-Remaining tells beforehand how many requests are left.",
        StatusCodes.Status415UnsupportedMediaType when string.Join(" or ", types) is { Length: > 0 } taken => $"The body must be sent as {taken}.",
        _ => null,
    };
}
