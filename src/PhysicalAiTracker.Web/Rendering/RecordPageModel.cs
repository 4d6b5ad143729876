using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>What the page of any record ends with: who says so, what it was before, where programs get it, where it is changed.</summary>
/// <param name="ApiAddress">The record for programs.</param>
public sealed record RecordFoot(RecordKind Kind, RecordItem Record, string ApiAddress, IReadOnlyList<AssertionItem> Evidence, IReadOnlyList<RevisionItem> Revisions);

/// <summary>The page of one record.</summary>
public abstract class RecordPageModel(EvidenceQueries evidence, HistoryQueries history) : PageModel
{
    public RecordFoot Foot { get; private set; } = null!;

    /// <summary>Who says so, oldest first.</summary>
    public IReadOnlyList<AssertionItem> Evidence => Foot.Evidence;

    /// <param name="collection">The list that the record belongs to, as in its REST address.</param>
    /// <param name="name">Its slug where it has one, otherwise its id.</param>
    protected async Task ReadAsync(RecordKind kind, RecordItem record, string collection, object name, CancellationToken cancellation)
    {
        await evidence.GradeAsync([record], cancellation);
        Foot = new RecordFoot(
            kind, record, Addresses.OfApi(collection, name), [.. (await evidence.OfAsync([record.Id], cancellation))[record.Id]], await history.OfAsync(record.Id, cancellation));
    }
}
