namespace PhysicalAiTracker.Tests.Support;

/// <summary>The repository's seeds.</summary>
public static class Seeds
{
    /// <summary>Every pack, as a first start imports them.</summary>
    public static string All { get; } = Repository.Path("seeds");

    /// <summary>The pack of the article on Project Prometheus alone: small, and of every kind of record.</summary>
    public static string Article { get; } = Repository.Path("seeds", "type0-bezos-prometheus");
}
