using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Keeps a page with a password from working where anybody on the way could read it, and says so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PrivateTransportAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    private const string Reason =
        "Signing in needs https, or http on the machine itself. Whoever runs this site behind a proxy that ends TLS sets ForwardedHeaders:Enabled.";

    /// <summary>Before the antiforgery check, which could only say that its cookie is missing.</summary>
    public int Order => int.MinValue;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!Transport.IsPrivate(context.HttpContext.Request))
        {
            context.HttpContext.Features.Set(new ErrorReason(Reason));
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }
}
