namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Where pages' files and relative paths start.</summary>
public static class ContentRoot
{
    /// <summary>
    /// A published program carries its files beside it and must find them from wherever it is started; anything else
    /// (<c>dotnet run</c>, tests) keeps what the framework chooses, or what the caller said.
    /// </summary>
    /// <returns>Null to keep the framework's choice.</returns>
    public static string? Of(string[] args)
    {
        var said = new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build()[HostDefaults.ContentRootKey];
        return said is null && Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
    }
}
