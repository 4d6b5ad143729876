using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>Makes of a change that would add a record further evidence for a record that is there already.</summary>
public sealed class FurtherEvidence(TrackerDbContext db, EditQueries edits)
{
    /// <summary>
    /// The change keeps its passages. What it says and the record says too is supported by them; what the record has not yet is set;
    /// where the two differ, the record stays as it is and the passages assert the other value. A suggestion stays one.
    /// </summary>
    /// <param name="pointer">Of the change: <c>/changes/0</c>.</param>
    /// <returns>Pointer of the change that has the evidence now; null where there is no such change, or no such record.</returns>
    public async Task<string?> AddAsync(JsonObject typed, string pointer, Guid record, CancellationToken cancellation)
    {
        var changes = typed["changes"] as JsonArray ?? [];
        var index = Enumerable.Range(0, changes.Count).FirstOrDefault(i => Pointers.Append("/changes", i) == pointer, -1);
        if (index < 0 || changes[index] is not JsonObject change || TypedDocument.KindOf(change) is not { } kind || TypedDocument.Text(change["id"]).Length > 0
            || await edits.StartAsync(kind, record, cancellation) is not { } start)
        {
            return null;
        }

        var known = (await edits.OfAsync(new JsonObject { ["changes"] = new JsonArray(start.DeepClone()) }, cancellation))[record].Current;
        var there = Enumerable.Range(0, changes.Count).FirstOrDefault(i => changes[i] is JsonObject other && TypedDocument.Text(other["id"]) == record.ToString(), -1);
        var target = there < 0 ? start : changes[there]!.AsObject();
        await FitAsync(change, target, RecordSchemas.Of(kind), known, cancellation);
        foreach (var name in new[] { "ref", SuggestedChanges.Member }.Where(name => change[name] is not null && target[name] is null))
        {
            target[name] = change[name]!.DeepClone();
        }

        if (there < 0)
        {
            changes[index] = target;
            return pointer;
        }

        changes.RemoveAt(index);
        return Pointers.Append("/changes", there > index ? there - 1 : there);
    }

    private async Task FitAsync(JsonObject change, JsonObject target, RecordSchema schema, EditBase known, CancellationToken cancellation)
    {
        var context = new ReadContext();
        await References.LoadAsync(db, change, context, cancellation);
        var said = change["set"] as JsonObject ?? [];
        var set = target["set"]!.AsObject();
        var same = new List<string>();
        var other = new List<string>();
        foreach (var field in schema.Fields)
        {
            if (TypedValue.Of(field.Shape, said[field.Name]) is not { } value || TypedValue.IsFalse(value))
            {
                continue;
            }

            if (!known.Canonical.ContainsKey(field.Name))
            {
                set[field.Name] = TypedValue.Of(field.Shape, set[field.Name]) is null ? said[field.Name]!.DeepClone() : set[field.Name]!.DeepClone();
                (field.IsEditorial ? [] : same).Add(field.Name);
            }
            else if (!field.IsEditorial)
            {
                (JsonNode.DeepEquals(field.Canonical(value, "", context), known.Canonical[field.Name]) ? same : other).Add(field.Name);
            }
        }

        var evidence = target["assertions"] as JsonArray ?? [];
        target["assertions"] = evidence.Parent is null ? evidence : evidence.DeepClone();
        foreach (var assertion in (change["assertions"] as JsonArray ?? []).OfType<JsonObject>())
        {
            target["assertions"]!.AsArray().Add(Assertion(assertion, said, same, other));
        }
    }

    private static JsonObject Assertion(JsonObject assertion, JsonObject said, List<string> same, List<string> other)
    {
        var named = (assertion["fields"] as JsonArray)?.Select(TypedDocument.Text).ToList();
        bool Supports(string field) => named is null || named.Contains(TypedDocument.AllFields) || named.Contains(field);
        var evidence = assertion.DeepClone().AsObject();
        var values = evidence["values"] as JsonObject ?? [];
        foreach (var field in other.Where(field => Supports(field) && !values.ContainsKey(field)))
        {
            values[field] = said[field]!.DeepClone();
        }

        evidence["fields"] = new JsonArray([.. same.Where(Supports).Select(field => (JsonNode)field)]);
        evidence.Remove("values");
        if (values.Count > 0)
        {
            evidence["values"] = values.DeepClone();
        }

        return evidence;
    }
}
