using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Deals;

/// <summary>One deal.</summary>
public sealed class DealModel(DealQueries deals, EvidenceQueries evidence, HistoryQueries history) : RecordPageModel(evidence, history)
{
    public DealItem Deal { get; private set; } = null!;

    public string Heading => $"{Deal.Acquirer.Name} and {Deal.Target.Name}: {Labels.Of(Deal.Kind)}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await deals.FindAsync(id, cancellation) is not { } deal)
        {
            return await this.MissingAsync(RecordKind.Deal, $"{id}", cancellation);
        }

        Deal = deal;
        await ReadAsync(RecordKind.Deal, deal, "deals", id, cancellation);
        return Page();
    }
}
