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

    /// <summary>How long running requests have to end after SIGTERM.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(20);

    public static void AddKestrelLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
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
