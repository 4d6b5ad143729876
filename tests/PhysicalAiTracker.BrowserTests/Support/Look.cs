using Microsoft.Playwright;

namespace PhysicalAiTracker.BrowserTests.Support;

/// <summary>What a visitor looks with: the width of the window in CSS pixels, light or dark, scripts on or off, mouse or finger.</summary>
public sealed record Look(int Width, bool Dark = false, bool Scripts = true, bool Touch = false)
{
    public static Look Desktop { get; } = new(1280);

    public static Look Phone { get; } = new(390);

    public static Look NoScript { get; } = new(1280, Scripts: false);

    /// <summary>Wide and narrow, light and dark: <c>[Theory, MemberData(nameof(Look.All), MemberType = typeof(Look))]</c>.</summary>
    public static TheoryData<Look> All { get; } = new(
        Desktop, Desktop with { Dark = true }, Phone, Phone with { Dark = true });

    /// <summary>Both widths and both themes, one of each, for what takes long in every way.</summary>
    public static TheoryData<Look> Crossed { get; } = new(Desktop, Phone with { Dark = true });

    internal int Height => Width < 600 ? 844 : 900;

    public override string ToString() => $"{Width}-{(Dark ? "dark" : "light")}{(Scripts ? "" : "-noscript")}{(Touch ? "-touch" : "")}";

    internal BrowserNewContextOptions ToOptions(string baseUrl) => new()
    {
        BaseURL = baseUrl,
        ViewportSize = new() { Width = Width, Height = Height },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        // Nothing moves while a test looks at it.
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = Scripts,
        HasTouch = Touch,
        IsMobile = Touch,
        Locale = "en-GB",
        TimezoneId = "UTC",
    };

    internal PageEmulateMediaOptions ToMedia() => new() { ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light };
}

/// <summary>Turns an open page to another look.</summary>
public static class Looking
{
    /// <summary>Changes the window's size and theme under the page, as a visitor may at any time; scripts stay as they are.</summary>
    public static async Task LookAsync(this IPage page, Look look)
    {
        await page.SetViewportSizeAsync(look.Width, look.Height);
        await page.EmulateMediaAsync(look.ToMedia());
    }
}
