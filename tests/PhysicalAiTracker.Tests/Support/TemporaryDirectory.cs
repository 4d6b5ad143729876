namespace PhysicalAiTracker.Tests.Support;

/// <summary>An empty directory that is gone after the test, with everything in it.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Absolute path; the directory exists.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("tracker-").FullName;

    /// <summary>Absolute path of a file or folder in it, which need not exist.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
