namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Where pages' files and relative paths start.</summary>
public static class ContentRoot
{
    /// <summary>
    /// A published program carries its files beside it, and one that was built has them in its project's folder: both must find them from
    /// wherever they are started, so that a path given to a verb may be meant from there. Tests keep what the framework chooses, or what the
    /// caller said.
    /// </summary>
    /// <returns>Null to keep the framework's choice.</returns>
    public static string? Of(string[] args)
    {
        var said = new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build()[HostDefaults.ContentRootKey];
        if (said is not null)
        {
            return null;
        }

        return Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : Project();
    }

    /// <summary>The folder of the project that this was built in; null where the output lies elsewhere.</summary>
    private static string? Project()
    {
        var name = typeof(ContentRoot).Assembly.GetName().Name;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, $"{name}.csproj")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
