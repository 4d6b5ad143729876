using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Claims;

/// <summary>One architecture claim.</summary>
public sealed class ClaimModel(ClaimQueries claims, EvidenceQueries evidence, HistoryQueries history) : RecordPageModel(evidence, history)
{
    public ClaimItem Claim { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await claims.FindAsync(id, cancellation) is not { } claim)
        {
            return await this.MissingAsync(RecordKind.Claim, $"{id}", cancellation);
        }

        Claim = claim;
        await ReadAsync(RecordKind.Claim, claim, "claims", id, cancellation);
        return Page();
    }
}
