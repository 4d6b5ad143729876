using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Accounts.Sessions;
using PhysicalAiTracker.Web.Api.Keys;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>How a request says who it comes from: by the cookie of a session, or by an API key.</summary>
public static class Sessions
{
    public const string PagePath = "/account/sign-in";
    public const string SessionCookie = "tracker-session";
    public const string FormCookie = "tracker-form";

    public const string ReturnUrlParameter = "returnUrl";

    private const string NoticeCookie = "tracker-notice";

    /// <summary>Chooses between the cookie and the key.</summary>
    private const string TrackerScheme = "tracker";

    private const string CodeCookie = "tracker-step";

    /// <summary>How long after the password the code may come.</summary>
    private static readonly TimeSpan CodeTime = TimeSpan.FromMinutes(10);

    public static void AddSessions(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(TrackerScheme)
            .AddPolicyScheme(TrackerScheme, null, options => options.ForwardDefaultSelector =
                context => ApiKeyHandler.IsFor(context.Request) ? ApiKeyHandler.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.LoginPath = PagePath;
                options.ReturnUrlParameter = ReturnUrlParameter;
                options.ExpireTimeSpan = Session.Time;
                options.SlidingExpiration = true;
                options.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
                // A program is told; a person without the right is told too, where the framework would redirect to a page.
                options.Events.OnRedirectToAccessDenied = SecondFactorDemand.AnswerAsync;
                options.Events.OnRedirectToLogin = context => Errors.IsApi(context.HttpContext) ? Refuse(context) : Redirect(context);
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => options.ExpireTimeSpan = CodeTime);
        services.AddScoped<BrowserSessions>();
        services.AddHostedService<Housekeeper>();
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddCookie<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, SessionCookie, (options, cookie) => options.Cookie = cookie);
        services.AddCookie<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, CodeCookie, (options, cookie) => options.Cookie = cookie);
        services.AddCookie<AntiforgeryOptions>(null, FormCookie, (options, cookie) => options.Cookie = cookie);
        services.AddCookie<CookieTempDataProviderOptions>(null, NoticeCookie, (options, cookie) => options.Cookie = cookie);
        services.AddPolicies();
    }

    private static void AddCookie<TOptions>(this IServiceCollection services, string? scheme, string name, Action<TOptions, TrackerCookie> set)
        where TOptions : class =>
        services.AddOptions<TOptions>(scheme).Configure<IHttpContextAccessor>((options, accessor) => set(options, new TrackerCookie(name, accessor)));

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = ApiKeyHandler.Challenge;
        return Task.CompletedTask;
    }

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        // Without scheme and host, which a proxy may not have told.
        context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        return Task.CompletedTask;
    }
}
