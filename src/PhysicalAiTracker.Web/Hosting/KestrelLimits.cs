using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>How much one request may ask of the server.</summary>
public static class KestrelLimits
{
    /// <summary>Largest body, in bytes: a disclosure with the full text of a long filing fits.</summary>
    public const int MaxBody = 8 * 1024 * 1024;

    /// <summary>Largest number of fields in a form: a disclosure of some hundred changes.</summary>
    private const int MaxFields = 20_000;

    private const int MaxHeaders = 16 * 1024;

    /// <summary>Longest path and query together, in characters; what is longer still than a request line may be ends in Kestrel, without a word.</summary>
    public const int MaxAddress = 8000;

    /// <summary>How long running requests have to end after SIGTERM.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Refuses a body by the length that it announces, before anything reads it: the antiforgery check would take the reading error for a missing
    /// token. A body that announces none is cut off by Kestrel.
    /// </summary>
    public static void UseBodyLimit(this WebApplication app) => app.Use((context, next) =>
    {
        // The request runs a second time for its error page.
        if (context.Request.ContentLength is null or <= MaxBody || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });

    /// <summary>Refuses an address that is too long to be meant, and says so.</summary>
    public static void UseAddressLimit(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.Value!.Length + (context.Request.QueryString.Value?.Length ?? 0) <= MaxAddress || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status414UriTooLong;
        return Task.CompletedTask;
    });

    public static void AddKestrelLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.Limits.MaxRequestLineSize = 2 * MaxAddress;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaders;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = MaxFields;
            form.ValueLengthLimit = MaxBody;
            form.MultipartBodyLengthLimit = MaxBody;
            form.BufferBodyLengthLimit = MaxBody;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Drain);
    }
}
