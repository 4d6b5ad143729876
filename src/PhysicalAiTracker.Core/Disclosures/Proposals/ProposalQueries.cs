using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Disclosures.Proposals;

/// <summary>Reads a text by the rules of <c>docs/proposals.md</c> and proposes what it says; writes nothing.</summary>
public sealed class ProposalQueries(TrackerDbContext db)
{
    /// <summary>Everything that the text says plainly enough, in the order of its passages; the parties that a proposal needs stand before it.</summary>
    public Task<IReadOnlyList<Proposal>> OfTextAsync(ProposalSource source, CancellationToken cancellation)
    {
        _ = (db, source, cancellation);
        return Task.FromResult<IReadOnlyList<Proposal>>([]);
    }

    /// <summary>
    /// What selected words could be: one proposal for each plausible kind of record, the likeliest first, with the obvious fields
    /// filled; always at least an empty one for each kind.
    /// </summary>
    public Task<IReadOnlyList<Proposal>> OfSelectionAsync(ProposalSource source, int start, int end, CancellationToken cancellation)
    {
        _ = (db, source, start, end, cancellation);
        return Task.FromResult<IReadOnlyList<Proposal>>([]);
    }
}
