using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Sessions;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Somebody who gave the right password and still has to give a code.</summary>
public sealed record HalfSignedIn(TrackerUser User, bool Lasting);

/// <summary>Opens and ends the sessions of browsers: the row in the database, and the cookie with its id.</summary>
public sealed class BrowserSessions(SessionCommands sessions, UserManager<TrackerUser> users, TimeProvider time)
{
    private const string StampClaim = "stamp";

    /// <param name="lasting">Whether the session outlives the browser.</param>
    /// <param name="detail">How the person signed in, for the activity log.</param>
    public async Task SignInAsync(HttpContext context, TrackerUser user, bool lasting, string? detail)
    {
        var id = await sessions.BeginAsync(user, Devices.NameOf(context.Request.Headers.UserAgent), lasting, detail, context.RequestAborted);
        var kept = new AuthenticationProperties { IsPersistent = true, ExpiresUtc = time.GetUtcNow() + Session.LastingTime };
        var principal = Principals.OfCookie(id, user.Id, IdentityConstants.ApplicationScheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal, lasting ? kept : new AuthenticationProperties());
    }

    /// <summary>Ends the session of this request, if it has one.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        if (Principals.SessionOf(context.User) is { } id)
        {
            await sessions.SignOutAsync(id, Signed.Actor(context.User), context.RequestAborted);
        }

        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Lets the session of this request go on, where its person just ended all others by a change of their account.</summary>
    public Task RenewAsync(HttpContext context, TrackerUser user) =>
        Principals.SessionOf(context.User) is { } id ? sessions.RenewAsync(id, user, context.RequestAborted) : Task.CompletedTask;

    /// <summary>Remembers for some minutes that the password was right. The stamp makes a change of the account end that too.</summary>
    public Task BeginCodeStepAsync(HttpContext context, TrackerUser user, bool lasting)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim(StampClaim, user.SecurityStamp!)], IdentityConstants.TwoFactorUserIdScheme);
        return context.SignInAsync(
            IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { Items = { [nameof(HalfSignedIn.Lasting)] = lasting.ToString() } });
    }

    /// <summary>Who gave the right password in this browser; null where nobody did, or too long ago.</summary>
    public async Task<HalfSignedIn?> HalfSignedInAsync(HttpContext context)
    {
        var step = await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return step is { Succeeded: true, Principal: { } principal, Properties: { } properties }
            && await users.FindByIdAsync(principal.FindFirstValue(ClaimTypes.NameIdentifier)!) is { TwoFactorEnabled: true } user
            && user.SecurityStamp == principal.FindFirstValue(StampClaim)
                ? new HalfSignedIn(user, bool.Parse(properties.Items[nameof(HalfSignedIn.Lasting)]!))
                : null;
    }

    public Task EndCodeStepAsync(HttpContext context) => context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
}
