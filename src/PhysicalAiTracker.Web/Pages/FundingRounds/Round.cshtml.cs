using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.FundingRounds;

/// <summary>One funding round.</summary>
public sealed class RoundModel(FundingRoundQueries rounds, EvidenceQueries evidence, HistoryQueries history) : RecordPageModel(evidence, history)
{
    public FundingRoundItem Round { get; private set; } = null!;

    /// <summary>Whether the money may yet not come, or not so much of it.</summary>
    public bool IsOpen => Round.Status is null or FundingStatus.Rumored or FundingStatus.InTalks or FundingStatus.InProgress;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await rounds.FindAsync(id, cancellation) is not { } round)
        {
            return await this.MissingAsync(RecordKind.FundingRound, $"{id}", cancellation);
        }

        Round = round;
        await ReadAsync(RecordKind.FundingRound, round, "funding-rounds", id, cancellation);
        return Page();
    }
}
