using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Insights.Interests;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Insights;

namespace PhysicalAiTracker.Web.Pages.Insights;

/// <summary>Interests in conflict.</summary>
public sealed class InterestsModel(InterestQueries interests, EvidenceQueries evidence) : InsightPageModel
{
    public InterestReport Report { get; private set; } = null!;

    /// <summary>Of every link, seller and claim on the page.</summary>
    public ILookup<Guid, AssertionItem> Evidence { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var input = Read(InsightParameters.InterestKinds);
        Report = await interests.ReportAsync(input.Words<InterestKind>(InsightParameters.InterestKinds), cancellation);
        Evidence = await evidence.OfAsync(
            [
                .. Report.Items.SelectMany(finding => finding.Stake.Concat(finding.Interests.SelectMany(chain => chain.Links)).Select(link => link.RecordId)
                    .Concat(finding.Interests.Select(chain => chain.SellerId)).Concat(finding.Claims.Select(claim => claim.Id))).Distinct(),
            ],
            cancellation);
        return Show(input);
    }
}
