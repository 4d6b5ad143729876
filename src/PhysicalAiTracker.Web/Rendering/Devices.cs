namespace PhysicalAiTracker.Web.Rendering;

/// <summary>Names a browser by what it says of itself, for its owner to know it again. Nothing else of it is kept.</summary>
internal static class Devices
{
    private const string Unknown = "Unknown program";

    /// <summary>The more particular first: most browsers claim to be Safari too.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
        ("Chromium/", "Chromium"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>“Firefox on Linux”.</summary>
    public static string NameOf(string? userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        return (browser, system) switch
        {
            (null, null) => Unknown,
            (null, _) => $"A browser on {system}",
            (_, null) => browser,
            _ => $"{browser} on {system}",
        };
    }

    private static string? Find((string Mark, string Name)[] table, string? text) =>
        text is null ? null : table.FirstOrDefault(entry => text.Contains(entry.Mark, StringComparison.Ordinal)).Name;
}
