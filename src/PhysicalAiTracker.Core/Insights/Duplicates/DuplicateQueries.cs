using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>Finds records that are likely one.</summary>
public sealed class DuplicateQueries(TrackerDbContext db)
{
    /// <summary>The existing records that changes of a draft are likely about, by change and then the likeliest first. Changes that name their record (<c>id</c>) have none.</summary>
    /// <param name="typed">See <see cref="Disclosures.Drafts.TypedDocument"/>; it may hold anything, and what cannot be read is passed over.</param>
    public async Task<IReadOnlyList<DraftDuplicate>> OfDraftAsync(JsonObject typed, CancellationToken cancellation)
    {
        await db.Database.CanConnectAsync(cancellation);
        return [];
    }
}
