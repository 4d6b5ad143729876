using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using PhysicalAiTracker.Web.Api;
using PhysicalAiTracker.Web.Api.Keys;
using PhysicalAiTracker.Web.AsOf;
using PhysicalAiTracker.Web.Cli;
using PhysicalAiTracker.Web.Exports;
using PhysicalAiTracker.Web.Feeds;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Hosting.Cache;
using PhysicalAiTracker.Web.Hosting.Mail;
using PhysicalAiTracker.Web.Hosting.Webhooks;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;
using PhysicalAiTracker.Web.Rendering.Records;

namespace PhysicalAiTracker.Web;

/// <summary>The table of contents: the verbs are in <c>Cli</c>, and without one the server serves that is put together here.</summary>
public sealed class Program
{
    private Program()
    {
    }

    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);

    /// <summary>What the server is made of, and in what order a request meets it.</summary>
    /// <param name="settings">Settings from the command line.</param>
    internal static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = ContentRoot.Of(settings) });
        var tracker = builder.AddTracker(verb: false);
        // Files of a build are found through its manifest; a published program has them beside it and no manifest.
        builder.WebHost.UseStaticWebAssets();
        // What a slim builder leaves out and a setting (Kestrel:Endpoints, urls) may ask for.
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.AddKestrelLimits();
        builder.Services.AddProxy(tracker.Proxy);
        builder.Services.AddErrors();
        builder.Services.AddSessions();
        builder.Services.AddRateLimits(tracker);
        builder.Services.AddMail(tracker);
        builder.Services.AddNightlyExport(tracker);
        builder.Services.AddWebhooks(tracker);
        builder.Services.AddHealth();
        builder.Services.AddHostedService<ServerMemory>();
        builder.Services.AddTrackerApi();
        builder.Services.AddRazorPages();
        builder.Services.AddDisclosureForms();
        builder.Services.AddAsOf();
        builder.Services.AddSingleton<DrawnRounds>();
        builder.Services.AddAnswerCache(tracker.Proxy);
        // Text is UTF-8: “·” need not be spelt &#xB7;.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        var app = builder.Build();
        app.UseProxy(tracker.Proxy);
        app.UseKeptAnswers();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseHttps(tracker.Proxy);
        app.UseErrors();
        app.UseBodyLimit();
        app.UseAddressLimit();
        app.UseOptions();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseMiddleware<ActivityAddress>();
        app.UseRateLimits();
        app.UseMiddleware<ApiKeyGuard>();
        app.UseAuthorization();
        app.UseAnswerKeeping();
        app.UseAsOf();

        app.MapHealth();
        app.MapTrackerApi();
        app.MapActivityExports();
        app.MapNotificationFeed();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
