using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.BrowserTests.Support;

/// <summary>
/// The application with the article of the seeds, served on a free port of this machine, and a Chromium to visit it with.
/// Tests that only read share one (<c>[Collection(ReadOnlySite.Name)]</c>); tests that write take their own
/// (<c>IClassFixture&lt;Site&gt;</c>).
/// </summary>
public class Site : IAsyncLifetime
{
    /// <summary>
    /// Off are the pages that draw the suggestions below the address bar, which nobody sees: a browser without a window loads both anew for each
    /// profile, and that took a third of its time. The last list of such features wins, so the ones before are those that Playwright switches off.
    /// </summary>
    private static readonly string[] Features =
    [
        "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider", "GlobalMediaControls", "HttpsUpgrades", "LensOverlay",
        "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "BlockOriginHeaderModificationOnRedirect", "AvoidCorsURLLoaderRestartOnRedirect",
        "Translate", "AutoDeElevate", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
    ];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        $"--disable-features={string.Join(',', Features)}",
    ];

    /// <summary>One for all sites, since each visit is a profile of its own; it ends with the process.</summary>
    private static readonly Lazy<Task<IBrowser>> Chromium = new(LaunchAsync);

    private IBrowser? _browser;

    public Site()
        : this(new TrackerApp
        {
            Seeded = true,
            // All visitors come from one address, which would soon have signed in too often.
            Settings = new Dictionary<string, string> { ["SignIn:RateLimit"] = "1000", ["Webhooks:Hosts"] = "hooks.example.org" },
        })
    {
    }

    private protected Site(TrackerApp app) => App = app;

    /// <summary>The application; its services arrange what a visitor cannot, such as a first user.</summary>
    public TrackerApp App { get; }

    /// <summary>Such as <c>http://localhost:43211</c>. By that name, since cookies do without TLS there only.</summary>
    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        App.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        App.StartServer();
        var addresses = App.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        Address = $"http://localhost:{new Uri(addresses.Addresses.Single()).Port}";

        _browser = await Chromium.Value;
    }

    /// <summary>
    /// Opens a path in a browser without history or cookies and runs the journey. Fails, and keeps a screenshot below
    /// <c>artifacts/screenshots</c>, when the journey throws, a script fails, the page breaks its own content security
    /// policy, asks another host for anything, or misses a file.
    /// </summary>
    public async Task VisitAsync(
        string path, Look look, Func<IPage, Task> journey, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        await using var context = await _browser!.NewContextAsync(look.ToOptions(Address));
        context.SetDefaultTimeout(90_000);
        var page = await context.NewPageAsync();
        var watch = PageWatch.On(context, Address);
        try
        {
            await page.GotoAsync(path);
            await journey(page);
            watch.Complaints.Should().BeEmpty("a page must work without a complaint from the browser");
        }
        catch
        {
            await Screenshots.KeepFailureAsync(page, $"{Path.GetFileNameWithoutExtension(file)}.{test}-{look}");
            throw;
        }
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    private static async Task<IBrowser> LaunchAsync()
    {
        // On a machine that is busy with other tests, an answer may take longer than the five seconds that are usual.
        Assertions.SetDefaultExpectTimeout(20_000);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TRACKER_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Flags,
        });
    }
}

/// <summary>One site for all tests that change nothing on it.</summary>
[CollectionDefinition(Name)]
public sealed class ReadOnlySite : ICollectionFixture<Site>
{
    public const string Name = "Read-only site";
}

/// <summary>A site with every pack of the seeds: long lists, contested values, texts that are not stored.</summary>
public sealed class FullSite() : Site(new TrackerApp { AllSeeds = true });

/// <summary>One such site for all tests that change nothing on it.</summary>
[CollectionDefinition(Name)]
public sealed class ReadOnlyFullSite : ICollectionFixture<FullSite>
{
    public const string Name = "Read-only site with all packs";
}
