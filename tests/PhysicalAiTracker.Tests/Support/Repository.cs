namespace PhysicalAiTracker.Tests.Support;

/// <summary>The checked-out repository that the tests were built in.</summary>
public static class Repository
{
    private static readonly Lazy<string> Root = new(FindRoot);

    /// <summary>Absolute path of a file or folder: <c>Repository.Path("seeds")</c>.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root.Value, .. parts]);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(directory.FullName, "PhysicalAiTracker.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return directory.FullName;
    }
}
