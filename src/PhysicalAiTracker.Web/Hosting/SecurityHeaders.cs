namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Headers that keep a browser from doing what the site never asks it to; on every answer, errors and files included.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The page of Swagger UI sets styles from its script and carries a style element.</summary>
    private const string SwaggerPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A preview is made to be framed by clients of the reconciliation service; it has no form and no script.</summary>
    private const string PreviewPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *";

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var policy = path.StartsWithSegments("/swagger") ? SwaggerPolicy : path.StartsWithSegments("/reconcile/preview") ? PreviewPolicy : Policy;
        // At the last moment, because the exception handler clears what was set earlier.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            // An invitation's address is a secret, which not even the log of this site's own proxy is to hear of again and again.
            headers["Referrer-Policy"] = context.Request.Path.StartsWithSegments("/account/invitation") ? "no-referrer" : "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
