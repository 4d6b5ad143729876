using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Tests.Disclosures;

namespace PhysicalAiTracker.Tests.History;

/// <summary>More documents about an article that was published already.</summary>
internal static class KnownSource
{
    public static JsonObject Document(string slug, params JsonNode[] changes) => new() { ["title"] = "Prometheus, again", ["source"] = slug, ["changes"] = new JsonArray(changes) };

    /// <summary>Edits the round's amount, with a passage each time: $12 bn, $41 bn or about ten billion.</summary>
    public static async Task<JsonObject> AmountAsync(this Analyst analyst, Guid round, string amount, string exact, string note)
    {
        var change = Analyst.Json($$"""
            { 'record': 'funding-round', 'id': '{{round}}', 'version': {{await analyst.VersionAsync(round)}}, 'reason': 'world-changed', 'set': { 'amount': '{{amount}}', 'note': '{{note}}' },
              'assertions': [{ 'fields': ['amount', 'note'], 'passage': { 'exact': '{{exact}}' } }] }
            """);
        await using var db = analyst.Database.NewContext();
        return Document(await db.Sources.Where(s => s.Title == "Prometheus raises again").Select(s => s.Slug).SingleAsync(), change);
    }
}
