using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History.AsOf;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Web.Api;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.AsOf;

/// <summary>
/// Answers what is read with <c>asOf=2026-05-01</c> from that day's file, through the same pages, endpoints and queries as now. They never
/// see the parameter: it is taken off the request here, and put on the links of the answer.
/// </summary>
public sealed class AsOfMiddleware(RequestDelegate next, ReadRoutes routes, AsOfFiles files, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<AsOfView>() is { } before)
        {
            // The request runs a second time, for its error page.
            await ShowAsync(context, before);
            return;
        }

        var takes = ReadRoutes.Takes(context);
        var given = context.Request.Query[AsOfView.Parameter];
        if (takes is null || (takes is false && given.Count == 0))
        {
            await next(context);
            return;
        }

        await routes.LoadAsync();
        var today = new AsOfDay(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (ProblemWith(given, takes.Value, Errors.IsApi(context), today, out var day) is { } problem)
        {
            await RefuseAsync(context, problem);
            return;
        }

        var asked = context.Request.QueryString;
        if (given.Count > 0)
        {
            context.Request.QueryString = AsOfView.Without(asked);
        }

        var view = new AsOfView(day, today, context.Request.Path, context.Request.QueryString, routes);
        context.Features.Set(view);
        try
        {
            await AnswerAsync(context, view);
        }
        finally
        {
            if (given.Count > 0)
            {
                context.Request.QueryString = asked;
            }
        }
    }

    /// <param name="takes">Whether the page or endpoint can be read as of a day.</param>
    /// <param name="day">Null for now.</param>
    private static string? ProblemWith(StringValues given, bool takes, bool isApi, AsOfDay today, out AsOfDay? day)
    {
        day = null;
        switch (given.ToArray())
        {
            case []:
                return null;
            case not [] when !takes:
                return "reads an earlier day; what changes something or belongs to an account is always about now";
            case [null or ""] when !isApi:
                // A form sent without a day.
                return null;
            case [{ Length: > 0 } text]:
                day = AsOfDay.TryRead(text, today.Date, out var read, out var problem) ? read : null;
                return problem;
            default:
                return given.Count > 1 ? "takes one value" : "has no value: leave the parameter out instead";
        }
    }

    private static Task RefuseAsync(HttpContext context, string problem)
    {
        if (Errors.IsApi(context))
        {
            context.Response.Headers.CacheControl = "no-cache";
            return ApiProblems.BadRequest(context, [new ParameterProblem(AsOfView.Parameter, problem, [])]).ExecuteAsync(context);
        }

        context.Features.Set(new ErrorReason($"{AsOfView.Parameter}: {problem}."));
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context, AsOfView view)
    {
        // Today changes with each disclosure, and the live database is today.
        if (view.Day is not { } day || day == view.Today)
        {
            await ShowAsync(context, view);
            return;
        }

        var live = context.RequestServices;
        await using var scope = live.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AsOfScope>().File =
            await files.OfAsync(day, live.GetRequiredService<TrackerDbContext>(), context.RequestAborted);
        using (AsOfTime.Pin(day.LastMoment))
        {
            context.RequestServices = scope.ServiceProvider;
            try
            {
                await ShowAsync(context, view);
            }
            finally
            {
                context.RequestServices = live;
            }
        }

        if (context.Response.StatusCode == StatusCodes.Status404NotFound && context.Features.Get<ErrorReason>() is null)
        {
            context.Features.Set(new ErrorReason($"The tracker knew nothing at this address at the end of {day.Text} (UTC). It may know it now, or have known it before."));
        }
    }

    private async Task ShowAsync(HttpContext context, AsOfView view)
    {
        if (view.Day is null)
        {
            await next(context);
            return;
        }

        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.Location = headers.Location is [{ } location] ? view.Link(location) : headers.Location;
            headers.Link = new StringValues([.. headers.Link.OfType<string>().Select(link => link.IndexOf('>', StringComparison.Ordinal) is > 0 and var end ? $"<{view.Link(link[1..end])}{link[end..]}" : link)]);
            return Task.CompletedTask;
        });
        if (Errors.IsApi(context))
        {
            await next(context);
            return;
        }

        var (body, buffer) = (context.Response.Body, new MemoryStream());
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (buffer.Length > 0)
        {
            var isPage = MediaTypeHeaderValue.TryParse(context.Response.ContentType, out var type) && type.MediaType == "text/html";
            var bytes = isPage ? Encoding.UTF8.GetBytes(AsOfMarkup.Link(Encoding.UTF8.GetString(buffer.ToArray()), view)) : buffer.ToArray();
            context.Response.ContentLength = null;
            await body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}

/// <summary>Registers reading of earlier days.</summary>
public static class AsOfRegistration
{
    public static void AddAsOf(this IServiceCollection services) => services.AddSingleton<ReadRoutes>();

    public static void UseAsOf(this WebApplication app) => app.UseMiddleware<AsOfMiddleware>();
}
