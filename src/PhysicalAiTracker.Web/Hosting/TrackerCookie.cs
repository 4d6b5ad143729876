namespace PhysicalAiTracker.Web.Hosting;

/// <summary>
/// A cookie that a browser gives back to this site by https only: <c>__Host-</c>, Secure, HttpOnly, SameSite=Strict.
/// On http://localhost, where browsers keep no such cookie, it has its plain name and is not Secure.
/// </summary>
public sealed class TrackerCookie : CookieBuilder
{
    public const string Prefix = "__Host-";

    private readonly string _name;
    private readonly IHttpContextAccessor _accessor;

    public TrackerCookie(string name, IHttpContextAccessor accessor)
    {
        (_name, _accessor) = (name, accessor);
        HttpOnly = true;
        IsEssential = true;
        Path = "/";
        SameSite = SameSiteMode.Strict;
        // Antiforgery refuses to work over http with Always; Build sees to it.
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Depends on the request; what the framework would set is ignored.</summary>
    public override string? Name
    {
        get => _accessor.HttpContext is { } context && Transport.IsPlainLocal(context.Request) ? _name : Prefix + _name;
        set { }
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = !Transport.IsPlainLocal(context.Request);
        return options;
    }
}
