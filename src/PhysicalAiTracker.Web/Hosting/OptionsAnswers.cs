using Microsoft.Net.Http.Headers;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Answers OPTIONS on every address of the API with the methods that it takes (RFC 9110, 9.3.7).</summary>
public static class OptionsAnswers
{
    /// <summary>
    /// Routing knows the methods, and tells them when it refuses one. Preflights of CORS are answered before. In a build that was not published,
    /// static files are looked for at any address, so that routing refuses methods also where there is nothing.
    /// </summary>
    public static void UseOptions(this WebApplication app) => app.UseWhen(
        Errors.IsApi,
        api => api.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false } unfound && HttpMethods.IsOptions(context.Request.Method) && ApiRoutes.MethodsTaken(context) is { Count: > 0 } methods)
            {
                // A preflight for a method that no other origin may use, which routing takes for an address that is not there.
                unfound.StatusCode = StatusCodes.Status204NoContent;
                unfound.Headers[HeaderNames.Allow] = string.Join(", ", methods.Append(HttpMethods.Options));
                return;
            }

            if (context.Response is not { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false } response)
            {
                return;
            }

            if (!ApiRoutes.IsMapped(context))
            {
                response.StatusCode = StatusCodes.Status404NotFound;
                response.Headers.Remove(HeaderNames.Allow);
                return;
            }

            response.Headers[HeaderNames.Allow] = $"{response.Headers.Allow}, {HttpMethods.Options}";
            if (HttpMethods.IsOptions(context.Request.Method))
            {
                response.StatusCode = StatusCodes.Status204NoContent;
            }
        }));
}
