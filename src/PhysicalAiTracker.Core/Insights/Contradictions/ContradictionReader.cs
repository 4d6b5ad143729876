using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Reads the sides of contradictions with their evidence, their comparisons and their rulings.</summary>
public sealed class ContradictionReader(TrackerDbContext db, EvidenceQueries evidence, RecordNames names)
{
    internal async Task<IReadOnlyList<ContradictionItem>> ReadAsync(IReadOnlyList<ContradictionRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Contradiction.Id).ToList();
        var sides = (await db.Set<ContradictionSide>().AsNoTracking().Where(s => ids.Contains(s.ContradictionId)).ToListAsync(cancellation)).ToLookup(s => s.ContradictionId);
        var comparisons = (await db.Set<ContradictionComparison>().AsNoTracking().Where(c => ids.Contains(c.ContradictionId)).ToListAsync(cancellation)).ToLookup(c => c.ContradictionId);
        var rulings = await RulingTrail.LoadAsync(db, [.. rows.Select(row => (row.Contradiction.Id, row.Contradiction.Subject))], cancellation);
        var statements = await db.Set<ContradictionStatement>().AsNoTracking().Where(s => ids.Contains(s.ContradictionId))
            .Select(s => new { s.ContradictionId, s.Side, s.AssertionId, s.Field, s.Assertion.SourceId, Origin = s.Assertion.OriginId ?? s.Assertion.SourceId }).ToListAsync(cancellation);
        var said = await evidence.OfAssertionsAsync([.. statements.Select(s => s.AssertionId)], cancellation);
        var origins = await Origins.LoadAsync(db, cancellation);
        var parties = await ValueText.LoadNamesAsync(db, sides.SelectMany(group => group).Select(side => side.Value), cancellation);
        var records = await names.OfAsync([.. rows.Where(row => row.RecordKind is not null).Select(row => (row.RecordKind!.Value, row.Contradiction.RecordId!.Value))], cancellation);
        return [.. rows.Select(row => ItemOf(row, side => SideOf(side)))];

        SideItem SideOf(ContradictionSide side)
        {
            var own = statements.Where(s => s.ContradictionId == side.ContradictionId && s.Side == side.Number).ToList();
            var shape = RecordSchemas.Of(side.Kind).Find(side.Field)?.Shape ?? new TextShape(0);
            var node = JsonNode.Parse(side.Value);
            return new SideItem(
                side.Number, side.Field, JsonSerializer.SerializeToElement(ValueText.WithSlugs(shape, node, parties)), ValueText.Of(shape, node, parties), side.Label, side.Denied,
                own.Select(s => origins.Of(s.Origin)).Distinct().Count(), own.Select(s => s.SourceId).Distinct().Count(),
                [.. own.Where(s => said.ContainsKey(s.AssertionId)).Select(s => said[s.AssertionId]).DistinctBy(a => a.Id).OrderBy(a => a.PublishedOn?.Earliest ?? DateOnly.MaxValue).ThenBy(a => a.Id)]);
        }

        ContradictionItem ItemOf(ContradictionRow row, Func<ContradictionSide, SideItem> sideOf)
        {
            var (contradiction, id) = (row.Contradiction, row.Contradiction.Id);
            var record = contradiction.RecordId is { } about ? records.GetValueOrDefault(about) : null;
            var all = rulings[id].ToList();
            var inForce = all.InForce(contradiction.Fingerprint);
            return new ContradictionItem
            {
                Id = id,
                State = contradiction.State,
                Kind = contradiction.Kind,
                Title = TitleOf(contradiction, row.Party?.Name, record, sides[id].MinBy(s => s.Number)!.Kind),
                Party = row.Party,
                Record = record,
                Field = contradiction.Field,
                Explanation = contradiction.Explanation,
                SeenOn = contradiction.SeenOn,
                UpdatedAt = contradiction.UpdatedAt,
                Sides = [.. sides[id].OrderBy(s => s.Number).Select(sideOf)],
                Comparisons = [.. comparisons[id].OrderBy(c => c.Left).ThenBy(c => c.Right).Select(c => new ComparisonItem(c.Left, c.Right, c.Explanation, c.Text))],
                Rulings =
                [
                    .. all.Index().Reverse().Select(r => (Number: r.Index + 1, Ruling: r.Item)).Select(r => new RulingItem(
                        r.Number, r.Ruling.Kind, r.Ruling.Explanation, r.Ruling.UpheldSide, r.Ruling.UpheldText, r.Ruling.Note, r.Ruling.By, r.Ruling.At, r.Ruling == inForce, r.Ruling.Fingerprint != contradiction.Fingerprint)),
                ],
                Version = VersionOf(contradiction.Fingerprint, all.Count),
            };
        }
    }

    /// <summary>Changes with the evidence and with each ruling.</summary>
    internal static string VersionOf(string fingerprint, int rulings) => $"{fingerprint[..16]}-{rulings}";

    private static string TitleOf(Contradiction contradiction, string? party, RecordName? record, RecordKind kind)
    {
        var about = record?.Text ?? string.Join(": ", new[] { party, contradiction.Topic }.OfType<string>());
        var label = ContradictionQueries.LabelOf(kind, contradiction.Field).ToLowerInvariant();
        return contradiction.Kind switch
        {
            ContradictionKind.Claims => $"{about}, where it runs",
            ContradictionKind.Measurements => about,
            _ => $"{about}, {label}",
        };
    }
}
