using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using PhysicalAiTracker.Web.Api;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>The web server: what it is made of, in the order in which a request meets it.</summary>
public static partial class Server
{
    /// <summary>Builds the server, prepares the database, and serves until told to stop.</summary>
    /// <returns>Exit code: 0 after a stop that was asked for, 1 when it cannot serve, for a reason that is logged.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args);
        try
        {
            await DatabaseStart.PrepareAsync(app.Services, CancellationToken.None);
            await DatabaseStart.SeedAsync(app.Services, CancellationToken.None);
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is JobFailedException or IOException)
        {
            LogCannotServe(app.Logger, exception.Message);
            return 1;
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Of(args) });
        var settings = builder.AddTracker(verb: false);
        // Files of a build are found through its manifest; a published program has them beside it and no manifest.
        builder.WebHost.UseStaticWebAssets();
        builder.AddKestrelLimits();
        builder.Services.AddProxy(settings.Proxy);
        builder.Services.AddErrors();
        builder.Services.AddSessions(settings);
        builder.Services.AddRateLimits(settings);
        builder.Services.AddHealth();
        builder.Services.AddTrackerApi();
        builder.Services.AddRazorPages();
        builder.Services.AddDisclosureForms();
        // Text is UTF-8: “·” need not be spelt &#xB7;.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        var app = builder.Build();
        app.UseProxy(settings.Proxy);
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseHttps(settings.Proxy);
        app.UseErrors();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();

        app.MapHealth();
        app.MapTrackerApi();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    [LoggerMessage(LogLevel.Critical, "Cannot serve. {Reason}")]
    private static partial void LogCannotServe(ILogger logger, string reason);
}
