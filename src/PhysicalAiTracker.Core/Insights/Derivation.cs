using PhysicalAiTracker.Core.Insights.Contradictions;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>The one place where what is derived is computed: after each change, and afresh.</summary>
public sealed class Derivation(ContradictionDerivation contradictions)
{
    /// <summary>Inside the transaction that changed the records.</summary>
    public Task DeriveAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation) => contradictions.DeriveAsync(records, cancellation);

    public Task RebuildAsync(CancellationToken cancellation) => contradictions.RebuildAsync(cancellation);
}
