using System.Security.Claims;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Who a request comes from, as the framework's policies want to know it. Made anew for each request from the account as it stands.</summary>
internal static class Principals
{
    /// <summary>Id of the session; only of browsers.</summary>
    private const string SessionClaim = "session";

    /// <summary>Id of the API key; only of programs.</summary>
    private const string KeyClaim = "key";

    private const string ScopeClaim = "scope";

    /// <summary>Set in place of the role that works only with a second factor, where there is none.</summary>
    private const string LackingClaim = "lacks-second-factor";

    public static ClaimsPrincipal OfSession(Guid session, SignedIn account, AccountsOptions options, string scheme) =>
        Of(account, options, scheme, new Claim(SessionClaim, session.ToString()));

    /// <summary>What the cookie of a session holds: nothing that is believed but the session's id.</summary>
    public static ClaimsPrincipal OfCookie(Guid session, Guid account, string scheme) =>
        new(new ClaimsIdentity([new Claim(SessionClaim, session.ToString()), new Claim(ClaimTypes.NameIdentifier, account.ToString())], scheme));

    public static ClaimsPrincipal OfKey(CheckedKey key, AccountsOptions options, string scheme) =>
        Of(key.Owner!, options, scheme, [new Claim(KeyClaim, key.Id.ToString()), .. key.Scopes.Select(scope => new Claim(ScopeClaim, Words.Of(scope)))]);

    public static Guid? SessionOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(SessionClaim), out var id) ? id : null;

    /// <summary>Id of the key that the request came with; null where a browser sent it.</summary>
    public static string? KeyOf(ClaimsPrincipal user) => user.FindFirstValue(KeyClaim);

    public static bool HasScope(ClaimsPrincipal user, ApiKeyScope scope) => user.HasClaim(ScopeClaim, Words.Of(scope));

    /// <summary>The role that does not work until there is a second factor; null where all is well.</summary>
    public static string? LackingRole(ClaimsPrincipal user) => user.FindFirstValue(LackingClaim);

    private static ClaimsPrincipal Of(SignedIn account, AccountsOptions options, string scheme, params Claim[] more)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, account.AccountId.ToString()), new(ClaimTypes.Name, account.Name), .. more];
        if (account.Role is { } role)
        {
            claims.Add(new Claim(options.Demands(role) && !account.HasSecondFactor ? LackingClaim : ClaimTypes.Role, role));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, ClaimTypes.Name, ClaimTypes.Role));
    }
}
