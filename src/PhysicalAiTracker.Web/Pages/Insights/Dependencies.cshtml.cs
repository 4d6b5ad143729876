using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Insights.Dependencies;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Insights;

namespace PhysicalAiTracker.Web.Pages.Insights;

/// <summary>Who depends on whom.</summary>
public sealed class DependenciesModel(DependencyQueries dependencies, EvidenceQueries evidence) : InsightPageModel
{
    public DependencyReport Report { get; private set; } = null!;

    /// <summary>The one plane or modality asked for; null for all.</summary>
    public Plane? Plane { get; private set; }

    /// <inheritdoc cref="Plane"/>
    public ClaimModality? Modality { get; private set; }

    /// <summary>Of every claim on the page.</summary>
    public ILookup<Guid, AssertionItem> Evidence { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var input = Read(InsightParameters.Planes, InsightParameters.Modalities);
        var (planes, modalities) = (input.Words<Plane>(InsightParameters.Planes), input.Words<ClaimModality>(InsightParameters.Modalities));
        (Plane, Modality) = (planes is [var plane] ? plane : null, modalities is [var modality] ? modality : null);
        Report = await dependencies.ReportAsync(planes, modalities, cancellation);
        Evidence = await evidence.OfAsync(
            [.. Report.Providers.SelectMany(provider => provider.Claims).Concat(Report.Hardware.SelectMany(kind => kind.Claims)).Select(claim => claim.Id).Distinct()], cancellation);
        return Show(input);
    }
}
