using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>A record that a disclosure made.</summary>
/// <param name="State">Its fields as its only revision has them.</param>
/// <param name="Assertions">All there are, with their passages and sources, in the order of their ids.</param>
internal sealed record Arrival(Record Record, JsonObject State, IReadOnlyList<Assertion> Assertions);

/// <summary>
/// The records that an import has just written, none of which anybody knew before: what is derived of them is derived from here, not from
/// what the database would have to be asked for again.
/// </summary>
internal sealed class Arrivals
{
    private readonly Dictionary<Guid, Arrival> _records = [];

    /// <param name="rows">All that was written; they may be few enough to be read again, and none then.</param>
    public Arrivals(IReadOnlyList<object> rows)
    {
        var records = rows.OfType<Record>().ToDictionary(record => record.Id);
        var assertions = rows.OfType<Assertion>().OrderBy(assertion => assertion.Id).ToLookup(assertion => assertion.RecordId);
        foreach (var revision in rows.OfType<Revision>())
        {
            _records[revision.RecordId] = new Arrival(records[revision.RecordId], JsonNode.Parse(revision.State!)!.AsObject(), [.. assertions[revision.RecordId]]);
        }
    }

    public static Arrivals None { get; } = new([]);

    public IReadOnlyCollection<Arrival> All => _records.Values;

    public bool Have(Guid record) => _records.ContainsKey(record);

    public bool TryGet(Guid record, [NotNullWhen(true)] out Arrival? arrival) => _records.TryGetValue(record, out arrival);

    /// <summary>Those of one kind.</summary>
    public IEnumerable<T> Of<T>()
        where T : Record => _records.Values.Select(arrival => arrival.Record).OfType<T>();

    /// <summary>Those of the ids that arrived, in the order of the ids, and the others.</summary>
    public (IReadOnlyList<Arrival> Arrived, IReadOnlyList<Guid> Known) Split(IEnumerable<Guid> records)
    {
        var arrived = new List<Arrival>();
        var known = new List<Guid>();
        foreach (var id in records.Distinct().Order())
        {
            if (_records.TryGetValue(id, out var arrival))
            {
                arrived.Add(arrival);
            }
            else
            {
                known.Add(id);
            }
        }

        return (arrived, known);
    }
}
