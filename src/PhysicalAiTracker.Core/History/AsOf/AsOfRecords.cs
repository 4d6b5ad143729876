using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>Puts records together again from their revisions, with the evidence that spoke for them.</summary>
internal static class AsOfRecords
{
    /// <summary>Copies identities, revisions, records, assertions, tombstones and former slugs.</summary>
    public static async Task CopyAsync(AsOfCopy copy)
    {
        var acts = await AsOfActs.LoadAsync(copy);
        var slugs = new FormerSlugs(acts);
        foreach (var ids in await copy.RecordsAsync())
        {
            var identities = await copy.Live.Records.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(copy.Cancellation);
            var revisions = (await copy.Live.Revisions.AsNoTracking().Where(r => ids.Contains(r.RecordId) && r.At < copy.End)
                .OrderBy(r => r.Version).ToListAsync(copy.Cancellation)).ToLookup(r => r.RecordId);
            var assertions = await acts.AssertionsAsync(copy, ids);
            foreach (var identity in identities)
            {
                copy.Rows.Write(identity);
                Copy(copy, identity, [.. revisions[identity.Id]], assertions[identity.Id], acts);
                slugs.Follow(identity, [.. revisions[identity.Id]]);
            }
        }

        foreach (var former in slugs.All())
        {
            copy.Rows.Write(former);
        }
    }

    private static void Copy(AsOfCopy copy, RecordIdentity identity, List<Revision> revisions, IEnumerable<Assertion> assertions, AsOfActs acts)
    {
        var schema = RecordSchemas.Of(identity.Kind);
        var record = Rebuild(schema, revisions);
        if (record is not null)
        {
            copy.Rows.Write(record);
        }
        else
        {
            copy.Rows.Write(TombstoneOf(revisions[^1], acts));
        }

        revisions.ForEach(copy.Rows.Write);
        foreach (var assertion in assertions)
        {
            foreach (var value in assertion.Values)
            {
                // As RevisionWriter would have left it by then.
                value.Adopted = record is not null && assertion.Polarity == Polarity.Affirms && RevisionWriter.IsAdopted(schema, record, value);
            }

            copy.Rows.Write(assertion);
        }
    }

    /// <summary>As it was written with the revision; it may be gone by now, where the record lives again.</summary>
    private static Tombstone TombstoneOf(Revision last, AsOfActs acts) => new()
    {
        Id = last.RecordId,
        MergedIntoId = acts.MergeOf(last.DisclosureId)?.Into,
        Reason = last.Note ?? "",
        DisclosureId = last.DisclosureId,
        By = last.By,
        At = last.At,
    };

    /// <summary>The record as its last revision left it; null where that removed it.</summary>
    private static Record? Rebuild(RecordSchema schema, List<Revision> revisions)
    {
        var last = revisions[^1];
        if (last.State is null)
        {
            return null;
        }

        var record = schema.Create();
        (record.Id, record.Version, record.CreatedAt, record.UpdatedAt) = (last.RecordId, last.Version, revisions[0].At, last.At);
        var context = ReadContext.OfState();
        var state = JsonNode.Parse(last.State)!.AsObject();
        foreach (var field in schema.Fields.Where(field => state.ContainsKey(field.Name)))
        {
            schema.Read(record, field.Name, state[field.Name], Pointers.Append("", field.Name), context);
        }

        return context.Problems.Count == 0
            ? record
            : throw new InvalidOperationException($"Version {last.Version} of {last.RecordId} cannot be read again: {context.Problems[0].Pointer} {context.Problems[0].Message}");
    }
}
