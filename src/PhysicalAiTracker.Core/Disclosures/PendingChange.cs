using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>One change of a document on its way into the database.</summary>
internal sealed class PendingChange(string pointer, JsonObject node, RecordSchema schema, Record record, bool isNew)
{
    public string Pointer { get; } = pointer;

    public JsonObject Node { get; } = node;

    public RecordSchema Schema { get; } = schema;

    public Record Record { get; } = record;

    public bool IsNew { get; } = isNew;

    /// <summary>Whether the record was removed or merged before, and lives again by this change.</summary>
    public bool IsRestored { get; init; }

    /// <summary>The record's fields before the change.</summary>
    public JsonObject Before { get; } = isNew ? [] : schema.Show(record);

    /// <summary>Names of the fields whose value differs from before.</summary>
    public HashSet<string> Changed { get; } = new(StringComparer.Ordinal);

    public List<Assertion> Assertions { get; } = [];

    public RevisionReason? Reason { get; set; }

    public string? Note { get; set; }

    public string? Ref { get; set; }

    /// <summary>The same change in an earlier import of the same pack; what it said already is left alone.</summary>
    public JsonObject? Earlier { get; set; }

    public bool Touches => IsNew || Changed.Count > 0 || Assertions.Count > 0;

    public JsonObject Set => Node["set"] as JsonObject ?? [];

    /// <summary>Compares the record with what it was before.</summary>
    public void FindChanged()
    {
        var after = Schema.Show(Record);
        Changed.UnionWith(after.Where(field => !JsonNode.DeepEquals(field.Value, Before[field.Key])).Select(field => field.Key));
        Changed.UnionWith(Before.Select(field => field.Key).Where(name => !after.ContainsKey(name)));
    }
}
