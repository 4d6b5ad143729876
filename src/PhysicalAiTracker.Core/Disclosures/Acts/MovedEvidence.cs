using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>Moves what passages say of a record, and through whom, to another; and exactly that back.</summary>
internal static class MovedEvidence
{
    /// <summary>Answers what moved: ids of assertions, ids of assertions whose claimant it was, and asserted values before and after.</summary>
    public static async Task<JsonObject> MoveAsync(TrackerDbContext db, RecordKind kind, Guid from, Guid into, CancellationToken cancellation)
    {
        var move = new Rereference(kind, from, into);
        var text = from.ToString();
        var values = new JsonArray();
        foreach (var row in await db.Assertions.AsTracking().SelectMany(a => a.Values, (a, value) => new { a.Record.Kind, Value = value })
            .Where(row => row.Value.Value.Contains(text)).OrderBy(row => row.Value.AssertionId).ThenBy(row => row.Value.Field).ToListAsync(cancellation))
        {
            if (RecordSchemas.Of(row.Kind).Find(row.Value.Field) is { } field
                && move.Of(field.Shape, JsonNode.Parse(row.Value.Value))!.ToJsonString() is var after && after != row.Value.Value)
            {
                values.Add(new JsonObject { ["assertion"] = row.Value.AssertionId.ToString(), ["field"] = field.Name, ["before"] = row.Value.Value, ["after"] = after });
                row.Value.Value = after;
            }
        }

        var about = await db.Assertions.AsTracking().Where(a => a.RecordId == from).OrderBy(a => a.Id).ToListAsync(cancellation);
        about.ForEach(assertion => assertion.RecordId = into);
        var said = kind == RecordKind.Party ? await db.Assertions.AsTracking().Where(a => a.ClaimantId == from).OrderBy(a => a.Id).ToListAsync(cancellation) : [];
        said.ForEach(assertion => assertion.ClaimantId = into);
        return new JsonObject { ["assertions"] = Ids(about), ["claimants"] = Ids(said), ["values"] = values };
    }

    /// <summary>Takes back what <see cref="MoveAsync"/> did, as far as nobody changed it since.</summary>
    public static async Task TakeBackAsync(TrackerDbContext db, JsonObject moved, Guid from, Guid into, CancellationToken cancellation)
    {
        foreach (var batch in IdsOf(moved, "assertions").Chunk(500))
        {
            (await db.Assertions.AsTracking().Where(a => batch.Contains(a.Id) && a.RecordId == into).ToListAsync(cancellation)).ForEach(assertion => assertion.RecordId = from);
        }

        foreach (var batch in IdsOf(moved, "claimants").Chunk(500))
        {
            (await db.Assertions.AsTracking().Where(a => batch.Contains(a.Id) && a.ClaimantId == into).ToListAsync(cancellation)).ForEach(assertion => assertion.ClaimantId = from);
        }

        foreach (var entry in moved["values"]!.AsArray().OfType<JsonObject>())
        {
            var (assertion, field) = (Guid.Parse((string)entry["assertion"]!), (string)entry["field"]!);
            if (await db.Assertions.AsTracking().Where(a => a.Id == assertion).SelectMany(a => a.Values).FirstOrDefaultAsync(v => v.Field == field, cancellation) is { } value
                && value.Value == (string)entry["after"]!)
            {
                value.Value = (string)entry["before"]!;
            }
        }
    }

    private static JsonArray Ids(IEnumerable<Assertion> assertions) => new([.. assertions.Select(assertion => JsonValue.Create(assertion.Id.ToString()))]);

    private static IEnumerable<Guid> IdsOf(JsonObject moved, string name) => moved[name]!.AsArray().Select(id => Guid.Parse((string)id!));
}
