namespace PhysicalAiTracker.Benchmarks.Data;

/// <summary>How many records are made up.</summary>
internal sealed record GeneratedSize(int Companies, int Rounds, int Investors, int Claims)
{
    /// <summary>The size that the figures of <c>docs/performance.md</c> are about.</summary>
    public static GeneratedSize Full { get; } = new(60_000, 120_000, 30_000, 100_000);

    public int Records => Companies + Rounds + Investors + Claims;

    /// <summary>So much smaller, in the same proportions.</summary>
    public GeneratedSize DividedBy(int divisor) => new(Companies / divisor, Rounds / divisor, Investors / divisor, Claims / divisor);

    /// <summary>So many records in all, in the proportions of <see cref="Full"/>.</summary>
    public static GeneratedSize OfRecords(int records) =>
        new(Part(Full.Companies, records), Part(Full.Rounds, records), Part(Full.Investors, records), Part(Full.Claims, records));

    private static int Part(int part, int records) => (int)((long)part * records / Full.Records);
}
