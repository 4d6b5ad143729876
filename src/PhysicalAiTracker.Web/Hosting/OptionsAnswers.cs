using Microsoft.Net.Http.Headers;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Answers OPTIONS on every address of the API with the methods that it takes (RFC 9110, 9.3.7).</summary>
public static class OptionsAnswers
{
    /// <summary>Routing knows the methods, and tells them when it refuses one. Preflights of CORS are answered before.</summary>
    public static void UseOptions(this WebApplication app) => app.UseWhen(
        context => Errors.IsApi(context) && HttpMethods.IsOptions(context.Request.Method),
        api => api.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false } response)
            {
                response.StatusCode = StatusCodes.Status204NoContent;
                response.Headers[HeaderNames.Allow] = $"{response.Headers.Allow}, {HttpMethods.Options}";
            }
        }));
}
