using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Sessions: the cookie, its keys, and how soon a session ends when its account is disabled.</summary>
public static class Sessions
{
    public const string PagePath = "/account/sign-in";
    public const string SessionCookie = "tracker-session";
    public const string FormCookie = "tracker-form";

    public const string ReturnUrlParameter = "returnUrl";

    private const string NoticeCookie = "tracker-notice";

    /// <summary>A session not told to last ends so long after its last use, or with the browser.</summary>
    private static readonly TimeSpan SessionTime = TimeSpan.FromHours(12);

    /// <summary>A session told to last ends so long after its last use.</summary>
    public static readonly TimeSpan LastingTime = TimeSpan.FromDays(14);

    /// <summary>How soon a session notices that its account was disabled or has a new password.</summary>
    private static readonly TimeSpan StampInterval = TimeSpan.FromMinutes(1);

    public static void AddSessions(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.LoginPath = PagePath;
            options.ReturnUrlParameter = ReturnUrlParameter;
            options.ExpireTimeSpan = SessionTime;
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
            // A program is told; a person without the right is told too, where the framework would redirect to a page.
            options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
            options.Events.OnRedirectToLogin = context => Errors.IsApi(context.HttpContext)
                ? Answer(context, StatusCodes.Status401Unauthorized)
                : Redirect(context);
        });
        services.AddScoped<SignInManager<TrackerUser>>();
        services.AddScoped<ISecurityStampValidator, SessionValidator>();
        services.AddOptions<SecurityStampValidatorOptions>()
            .Configure<TimeProvider>((options, time) => (options.ValidationInterval, options.TimeProvider) = (StampInterval, time));
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IHttpContextAccessor>((options, accessor) => options.Cookie = new TrackerCookie(SessionCookie, accessor));
        services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((options, accessor) => options.Cookie = new TrackerCookie(FormCookie, accessor));
        services.AddOptions<CookieTempDataProviderOptions>()
            .Configure<IHttpContextAccessor>((options, accessor) => options.Cookie = new TrackerCookie(NoticeCookie, accessor));
        services.AddPolicies();
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        // Without scheme and host, which a proxy may not have told.
        context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        return Task.CompletedTask;
    }
}
