using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>Reads what the passages of a source say about a record, and proves each passage.</summary>
internal sealed class AssertionReader(TrackerDbContext db, AddedRows added, ReadContext context, Snapshot? snapshot, Source? source)
{
    private readonly PassageReader _passages = new(db, added, context, snapshot, source);

    public void Read(PendingChange change)
    {
        var assertions = DisclosureDocument.Array(change.Node, "assertions", change.Pointer, context, DisclosureDocument.MaxAssertions);
        var told = (change.Earlier?["assertions"] as JsonArray)?.ToList() ?? [];
        for (var index = 0; index < assertions?.Count; index++)
        {
            var pointer = Pointers.Append(Pointers.Append(change.Pointer, "assertions"), index);
            if (assertions[index] is not JsonObject node)
            {
                context.Report(pointer, "is not an object");
            }
            else if (!told.Exists(earlier => JsonNode.DeepEquals(earlier, node)))
            {
                ReadOne(change, node, pointer);
            }
        }
    }

    /// <summary>Reports every changed figure that no passage supports.</summary>
    public void RequireEvidence(PendingChange change)
    {
        foreach (var field in change.Schema.Fields.Where(field => !field.IsEditorial && change.Changed.Contains(field.Name)))
        {
            var shown = change.Schema.Show(change.Record, field.Name);
            var pointer = Pointers.Append(Pointers.Append(change.Pointer, "set"), field.Name);
            if (shown is null)
            {
                if (change.Note is null)
                {
                    context.Report(pointer, "is taken away: say why in the change's note");
                }
            }
            else if (!change.Assertions.Exists(a => a.Polarity == Polarity.Affirms && a.Values.Exists(v => v.Field == field.Name && v.Value == shown.ToJsonString())))
            {
                context.Report(pointer, "no passage says so: add an assertion that names this field and affirms this value");
            }
        }

        foreach (var value in change.Assertions.Where(a => a.Polarity == Polarity.Affirms).SelectMany(a => a.Values))
        {
            value.Adopted = value.Value == (change.Schema.Show(change.Record, value.Field)?.ToJsonString() ?? AssertedValue.NotTold);
        }
    }

    private void ReadOne(PendingChange change, JsonObject node, string pointer)
    {
        var before = context.Problems.Count;
        var assertion = new Assertion { RecordId = change.Record.Id };
        EvidenceFields.Assertion.Read(assertion, node, pointer, context, isNew: true, EvidenceFields.AssertionExtras);
        ReadClaimant(assertion, node, pointer);
        ReadValues(change, assertion, node, pointer);
        var passage = _passages.Read(node, pointer);
        if (context.Problems.Count == before && passage is not null && source is not null)
        {
            (assertion.PassageId, assertion.Passage) = (passage.Id, passage);
            (assertion.SourceId, assertion.Source) = (source.Id, source);
            change.Assertions.Add(assertion);
        }
    }

    private void ReadClaimant(Assertion assertion, JsonObject node, string pointer)
    {
        if (DisclosureDocument.Text(node, "claimant", Assertion.NameLength, pointer, context) is not { } text)
        {
            return;
        }

        if (text.StartsWith('#'))
        {
            assertion.ClaimantId = context.FindParty(text, Pointers.Append(pointer, "claimant"));
        }
        else if (context.Parties.Find(text).Id is { } party)
        {
            assertion.ClaimantId = party;
        }
        else
        {
            assertion.ClaimantName = text;
        }
    }

    private void ReadValues(PendingChange change, Assertion assertion, JsonObject node, string pointer)
    {
        var own = node["values"] as JsonObject ?? [];
        if (node["values"] is not (null or JsonObject))
        {
            context.Report(Pointers.Append(pointer, "values"), "is not an object");
        }

        foreach (var (name, value) in own)
        {
            var at = Pointers.Append(Pointers.Append(pointer, "values"), name);
            if (FindField(change, name, at) is { } field && (value is null ? AssertedValue.NotTold : field.Canonical(value, at, context)?.ToJsonString()) is { } canonical)
            {
                assertion.Values.Add(new AssertedValue { AssertionId = assertion.Id, Field = name, Value = canonical });
            }
        }

        foreach (var (name, at) in FieldsOf(change, node, pointer).Where(f => !own.ContainsKey(f.Name)).DistinctBy(f => f.Name))
        {
            if (FindField(change, name, at) is not null)
            {
                // What the change set is on the record by now; where it was refused, that was reported at its own place.
                if ((change.Set.ContainsKey(name) ? change.Schema.Show(change.Record, name) : change.Before[name]) is { } value)
                {
                    assertion.Values.Add(new AssertedValue { AssertionId = assertion.Id, Field = name, Value = value.ToJsonString() });
                }
                else if (!change.Set.ContainsKey(name))
                {
                    context.Report(at, $"names {name}, but neither the change nor the record has a value for it");
                }
            }
        }

        if (assertion.Values.Count == 0 && change.Set.Count == 0)
        {
            context.Report(pointer, "says nothing: name the fields that the passage supports");
        }
    }

    private IEnumerable<(string Name, string Pointer)> FieldsOf(PendingChange change, JsonObject node, string pointer)
    {
        if (DisclosureDocument.Array(node, "fields", pointer, context, change.Schema.Fields.Count) is { } names)
        {
            for (var index = 0; index < names.Count; index++)
            {
                var at = Pointers.Append(Pointers.Append(pointer, "fields"), index);
                if (names[index] is { } name && Values.ReadText(name, AssertedValue.FieldLength, at, context, out var text))
                {
                    yield return (text, at);
                }
            }
        }
        else if (node["fields"] is null)
        {
            foreach (var field in change.Schema.Fields.Where(field => !field.IsEditorial && change.Set[field.Name] is not null))
            {
                yield return (field.Name, Pointers.Append(pointer, "fields"));
            }
        }
    }

    private Field? FindField(PendingChange change, string name, string pointer)
    {
        var field = change.Schema.Find(name);
        if (field is null)
        {
            context.Report(pointer, $"“{ReadContext.Short(name)}” is no field of a {Words.Of(change.Schema.Kind)}; known are {string.Join(", ", change.Schema.Fields.Select(f => f.Name))}");
        }

        return field;
    }
}
