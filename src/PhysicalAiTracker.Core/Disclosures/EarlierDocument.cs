using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>The latest accepted document of the same import, read when it is first asked for: an import of new records never asks.</summary>
/// <param name="key">Of the import; null for one that has none.</param>
internal sealed class EarlierDocument(TrackerDbContext db, string? key, CancellationToken cancellation)
{
    private Task<JsonObject?>? _read;

    /// <summary>What it said of a change; null where it had none of this name.</summary>
    /// <param name="name">The change's own; null for one that has none.</param>
    public async Task<JsonObject?> ChangeAsync(string? name) =>
        name is null ? null : ((await (_read ??= ReadAsync()))?["changes"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(change => (string?)change["ref"] == name);

    private async Task<JsonObject?> ReadAsync()
    {
        if (key is null)
        {
            return null;
        }

        var text = await db.Disclosures.AsNoTracking().Where(d => d.Key == key && d.State == DisclosureState.Accepted)
            .OrderByDescending(d => d.DecidedAt).ThenByDescending(d => d.Id).Select(d => d.Document).FirstOrDefaultAsync(cancellation);
        return text is null ? null : JsonNode.Parse(text) as JsonObject;
    }
}
