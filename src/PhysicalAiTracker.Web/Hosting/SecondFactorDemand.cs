using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>What somebody is told who may not do something: all the same, but for those whose role waits for a second factor.</summary>
internal static class SecondFactorDemand
{
    public const string PagePath = "/account/second-factor";

    private const string Reason = $"The role of this account works only with a second factor: set it up at {PagePath}.";

    /// <summary>A person is led to set it up; a program is told.</summary>
    public static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (Principals.LackingRole(http.User) is null || Errors.IsApi(http))
        {
            return AnswerAsync(http);
        }

        var back = Uri.EscapeDataString(http.Request.PathBase + http.Request.Path + http.Request.QueryString);
        http.Response.Redirect($"{PagePath}?{Sessions.ReturnUrlParameter}={back}");
        return Task.CompletedTask;
    }

    /// <summary>403, for programs with the reason.</summary>
    public static Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Principals.LackingRole(context.User) is null ? Task.CompletedTask : Problems.WriteAsync(context, StatusCodes.Status403Forbidden, Reason);
    }
}
