using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using PhysicalAiTracker.Core.Accounts.Sessions;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Looks at each request whether its session still stands, and what its account may do by now.</summary>
internal static class SessionCheck
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            // Style sheets and scripts are everybody's.
            return;
        }

        if (Principals.SessionOf(context.Principal) is { } id
            && await http.RequestServices.GetRequiredService<SessionQueries>().UseAsync(id, http.RequestAborted) is { } account)
        {
            context.ReplacePrincipal(Principals.OfSession(id, account, http.RequestServices.GetRequiredService<TrackerSettings>().Accounts, context.Scheme.Name));
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
