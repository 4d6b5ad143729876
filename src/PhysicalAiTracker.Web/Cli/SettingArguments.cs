namespace PhysicalAiTracker.Web.Cli;

/// <summary>Tells settings (<c>--Data:Directory=/srv</c>, <c>--urls http://localhost:5001</c>) from the words of a verb.</summary>
internal static class SettingArguments
{
    /// <summary>Settings of the framework that have no section.</summary>
    private static readonly string[] WithoutSection =
        ["urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName", "webroot", "AllowedHosts"];

    public static (string[] Settings, string[] Words) Split(string[] args)
    {
        var settings = new List<string>();
        var words = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (!IsSetting(args[i]))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=') && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return ([.. settings], [.. words]);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var name = argument[2..].Split('=')[0];
        return name.Contains(':') || WithoutSection.Contains(name, StringComparer.OrdinalIgnoreCase) || IsSection(argument);
    }

    /// <summary><c>--Data=</c>: WebApplicationFactory names the sections of its settings too, without a value. Options of verbs begin with a small letter.</summary>
    private static bool IsSection(string argument) => argument is ['-', '-', >= 'A' and <= 'Z', .., '='];
}
