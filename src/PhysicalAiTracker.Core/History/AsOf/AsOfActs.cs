using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>What a merge moved, as its disclosure wrote it down.</summary>
internal sealed record MovedByMerge(
    Guid From, Guid Into, IReadOnlyList<Guid> Assertions, IReadOnlyList<Guid> Claimants, IReadOnlyList<(Guid Assertion, string Field, string Before, string After)> Values, IReadOnlyList<string> Slugs);

/// <summary>
/// Merges and their undoings, which move evidence in place. Those after a day are taken back, newest first, so that evidence is found with
/// the record it belonged to then.
/// </summary>
internal sealed class AsOfActs
{
    private const int BatchSize = 500;

    private readonly Dictionary<Guid, MovedByMerge> _merges = [];
    private readonly Dictionary<Guid, MovedByMerge> _undone = [];
    private readonly Dictionary<Guid, (Guid Record, Guid? Claimant)> _assertions = [];
    private readonly Dictionary<(Guid, string), string> _values = [];
    private ILookup<Guid, Guid> _byRecord = Array.Empty<Guid>().ToLookup(id => id);

    public static async Task<AsOfActs> LoadAsync(AsOfCopy copy)
    {
        var acts = new AsOfActs();
        var later = new List<(DateTime At, bool IsMerge, MovedByMerge Moved)>();
        var disclosures = await copy.Live.Disclosures.AsNoTracking()
            .Where(d => d.State == DisclosureState.Accepted && (d.Act == DisclosureAct.Merge || d.Act == DisclosureAct.UndoMerge))
            .OrderBy(d => d.DecidedAt).Select(d => new { d.Id, d.Act, d.DecidedAt, d.Document }).ToListAsync(copy.Cancellation);
        foreach (var disclosure in disclosures)
        {
            var document = JsonNode.Parse(disclosure.Document)![Words.Of(disclosure.Act!.Value)]!.AsObject();
            var isMerge = disclosure.Act == DisclosureAct.Merge;
            var moved = isMerge ? Read(document) : acts._merges[IdOf(document["merge"])];
            (isMerge ? acts._merges : acts._undone)[disclosure.Id] = moved;
            if (disclosure.DecidedAt >= copy.End)
            {
                later.Add((disclosure.DecidedAt.Value, isMerge, moved));
            }
        }

        await acts.TakeBackAsync(copy, later);
        return acts;
    }

    /// <summary>The merge that a disclosure is; null where it is something else.</summary>
    public MovedByMerge? MergeOf(Guid disclosure) => _merges.GetValueOrDefault(disclosure);

    /// <summary>The merge that a disclosure undoes; null where it does something else.</summary>
    public MovedByMerge? UndoneBy(Guid disclosure) => _undone.GetValueOrDefault(disclosure);

    /// <summary>The assertions that belonged to these records then, by record, saying what they said then.</summary>
    public async Task<ILookup<Guid, Assertion>> AssertionsAsync(AsOfCopy copy, Guid[] records)
    {
        var known = copy.Live.Assertions.AsNoTracking().Include(a => a.Values).Where(a => a.CreatedAt < copy.End);
        var found = (await known.Where(a => records.Contains(a.RecordId)).ToListAsync(copy.Cancellation)).Where(a => !_assertions.ContainsKey(a.Id)).ToList();
        foreach (var batch in records.SelectMany(record => _byRecord[record]).Chunk(BatchSize))
        {
            found.AddRange(await known.Where(a => batch.Contains(a.Id)).ToListAsync(copy.Cancellation));
        }

        foreach (var assertion in found.Where(a => _assertions.ContainsKey(a.Id)))
        {
            (assertion.RecordId, assertion.ClaimantId) = _assertions[assertion.Id];
            assertion.Values.ForEach(value => value.Value = _values.GetValueOrDefault((value.AssertionId, value.Field), value.Value));
        }

        return found.ToLookup(a => a.RecordId);
    }

    private async Task TakeBackAsync(AsOfCopy copy, List<(DateTime At, bool IsMerge, MovedByMerge Moved)> later)
    {
        var touched = later.SelectMany(act => act.Moved.Assertions.Concat(act.Moved.Claimants).Concat(act.Moved.Values.Select(v => v.Assertion))).Distinct();
        foreach (var batch in touched.Chunk(BatchSize))
        {
            foreach (var assertion in await copy.Live.Assertions.AsNoTracking().Include(a => a.Values).Where(a => batch.Contains(a.Id)).ToListAsync(copy.Cancellation))
            {
                _assertions[assertion.Id] = (assertion.RecordId, assertion.ClaimantId);
                assertion.Values.ForEach(value => _values[(assertion.Id, value.Field)] = value.Value);
            }
        }

        foreach (var (_, isMerge, moved) in later.OrderByDescending(act => act.At))
        {
            var (from, into) = isMerge ? (moved.From, moved.Into) : (moved.Into, moved.From);
            foreach (var id in moved.Assertions.Where(id => _assertions.TryGetValue(id, out var now) && now.Record == into))
            {
                _assertions[id] = _assertions[id] with { Record = from };
            }

            foreach (var id in moved.Claimants.Where(id => _assertions.TryGetValue(id, out var now) && now.Claimant == into))
            {
                _assertions[id] = _assertions[id] with { Claimant = from };
            }

            foreach (var (assertion, field, before, after) in moved.Values)
            {
                var (was, became) = isMerge ? (before, after) : (after, before);
                if (_values.TryGetValue((assertion, field), out var now) && now == became)
                {
                    _values[(assertion, field)] = was;
                }
            }
        }

        _byRecord = _assertions.ToLookup(pair => pair.Value.Record, pair => pair.Key);
    }

    private static MovedByMerge Read(JsonObject document) => new(
        IdOf(document["from"]),
        IdOf(document["into"]),
        [.. document["assertions"]!.AsArray().Select(IdOf)],
        [.. document["claimants"]!.AsArray().Select(IdOf)],
        [.. document["values"]!.AsArray().Select(v => (IdOf(v!["assertion"]), (string)v["field"]!, (string)v["before"]!, (string)v["after"]!))],
        [.. document["slugs"]!.AsArray().Select(slug => (string)slug!)]);

    private static Guid IdOf(JsonNode? node) => Guid.Parse((string)node!);
}
