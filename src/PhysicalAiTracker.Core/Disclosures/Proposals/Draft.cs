using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Proposals;

/// <summary>What one stretch of the text says of a record.</summary>
internal sealed class Evidence(bool hedged)
{
    public bool Hedged { get; } = hedged;

    public int Start { get; private set; } = int.MaxValue;

    public int End { get; private set; }

    public List<string> Fields { get; } = [];

    public void Cover(Item item)
    {
        Start = Math.Min(Start, item.Start);
        End = Math.Max(End, item.End);
    }
}

/// <summary>A proposal while its rule puts it together.</summary>
internal sealed class Draft(RecordKind kind, string rule, int sentence)
{
    public RecordKind Kind { get; } = kind;

    public string Rule { get; } = rule;

    /// <summary>Of the sentence that it was begun in.</summary>
    public int Sentence { get; } = sentence;

    public JsonObject Set { get; } = [];

    public List<Evidence> Evidence { get; } = [];

    public List<ProposedValue> Values { get; } = [];

    public List<Party> Parties { get; } = [];

    public string Summary { get; set; } = "";

    /// <summary>The record that it edits; null for a new one.</summary>
    public KnownParty? Edits { get; set; }

    public string Text(string field) => Set[field]?.ToString() ?? "";

    public Evidence Begin(bool hedged, params Item[] items)
    {
        var evidence = new Evidence(hedged);
        Array.ForEach(items, evidence.Cover);
        Evidence.Add(evidence);
        return evidence;
    }

    /// <summary>Sets a field to what an item says; a field that says something else already stays as it is.</summary>
    public Draft Put(Evidence evidence, string field, string typed, Item item)
    {
        if (Set.ContainsKey(field) && Text(field) != typed)
        {
            return this;
        }

        Set[field] = typed;
        Values.Add(new ProposedValue(field, typed, item.Start, item.End));
        Support(evidence, field, item);
        return this;
    }

    public Draft Put(Evidence evidence, string field, Party party, Item item)
    {
        Needs(party);
        return Put(evidence, field, party.Typed, item);
    }

    /// <summary>Adds a part: a row of a field that has several.</summary>
    public Draft PutRow(Evidence evidence, string field, Item item, params (string Name, string Typed)[] values)
    {
        var rows = Set[field] as JsonArray ?? [];
        Set[field] = rows;
        rows.Add(new JsonObject(values.Select(value => KeyValuePair.Create(value.Name, (JsonNode?)value.Typed))));
        Values.AddRange(values.Select(value => new ProposedValue($"{field}/{rows.Count - 1}/{value.Name}", value.Typed, item.Start, item.End)));
        Support(evidence, field, item);
        return this;
    }

    /// <summary>The words that a value without words of its own stands by: the first of its evidence.</summary>
    public static Item FirstItem(Evidence evidence, Sentence sentence) => sentence.Items.First(item => item.Start >= evidence.Start && item.End <= evidence.End);

    public void Needs(Party party)
    {
        if (!Parties.Contains(party))
        {
            Parties.Add(party);
        }
    }

    private static void Support(Evidence evidence, string field, Item item)
    {
        evidence.Cover(item);
        if (!evidence.Fields.Contains(field))
        {
            evidence.Fields.Add(field);
        }
    }
}
