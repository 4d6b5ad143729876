using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>
/// Looks once a minute whether the account of a session still stands as it did. As the framework's own, which however also signs out of
/// two-factor authentication and fails where there is none.
/// </summary>
public sealed class SessionValidator(IOptions<SecurityStampValidatorOptions> options, SignInManager<TrackerUser> sessions, ILoggerFactory loggers)
    : SecurityStampValidator<TrackerUser>(options, sessions, loggers)
{
    public override async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (TimeProvider.GetUtcNow() - context.Properties.IssuedUtc < Options.ValidationInterval)
        {
            return;
        }

        if (await VerifySecurityStamp(context.Principal) is { Disabled: false } user)
        {
            await SecurityStampVerified(user, context);
        }
        else
        {
            context.RejectPrincipal();
            await SignInManager.SignOutAsync();
        }
    }
}
