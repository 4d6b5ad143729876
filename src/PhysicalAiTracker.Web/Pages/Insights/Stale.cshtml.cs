using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Insights.Staleness;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Insights;

namespace PhysicalAiTracker.Web.Pages.Insights;

/// <summary>What is going stale.</summary>
public sealed class StaleModel(StalenessQueries staleness, EvidenceQueries evidence) : InsightPageModel
{
    public StalenessReport Report { get; private set; } = null!;

    /// <summary>The one kind of record asked for; null for all.</summary>
    public RecordKind? Kind { get; private set; }

    /// <summary>Of the stale and doubtful facts.</summary>
    public ILookup<Guid, AssertionItem> Evidence { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var input = Read(InsightParameters.RecordKinds);
        var kinds = input.Words<RecordKind>(InsightParameters.RecordKinds);
        Kind = kinds is [var kind] ? kind : null;
        Report = await staleness.ReportAsync(kinds, cancellation);
        Evidence = await evidence.OfAsync([.. Report.Stale.Select(fact => fact.Record.Id).Concat(Report.InDoubt.Select(fact => fact.Record.Id)).Distinct()], cancellation);
        return Show(input);
    }

    /// <summary>What a form calls the field, in the middle of a sentence.</summary>
    public static string LabelOf(RecordKind kind, string field) => RecordSchemas.Of(kind).Find(field)?.Label.ToLowerInvariant() ?? field;
}
