using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>
/// Writes down what contradicts what. All of an owner's contradictions (a company's, say) are found anew from its evidence
/// whenever one of its records is touched, so that what is written depends on the evidence and on nothing else.
/// </summary>
public sealed class ContradictionDerivation(TrackerDbContext db)
{
    /// <summary>Owners whose evidence is held in memory at a time.</summary>
    private const int Chunk = 100;

    /// <summary>Derives what a change of these records touches.</summary>
    /// <param name="arrivals">Those of the records that are new and need not be read.</param>
    /// <returns>The records on the sides of what was found, now or before.</returns>
    internal async Task<IReadOnlyCollection<Guid>> DeriveAsync(IReadOnlyCollection<Guid> records, Arrivals arrivals, CancellationToken cancellation)
    {
        var sides = new HashSet<Guid>();
        var (arrived, touched) = arrivals.Split(records);
        var all = FactsReader.OwnersOf(arrived.Select(arrival => arrival.Record)).ToHashSet();
        if (touched.Count > 0)
        {
            all.UnionWith(await new FactsReader(db).OwnersAsync(touched, cancellation));
            await DeleteAsync(db.Contradictions.Where(c => touched.Contains(c.RecordId!.Value) || c.Statements.Any(s => touched.Contains(s.RecordId))), sides, cancellation);
        }

        // What there is of a party that arrived has arrived with it.
        var byArrival = all.OrderBy(owner => owner.Subject, StringComparer.Ordinal).ToLookup(owner => owner.Party is { } party && arrivals.Have(party));
        foreach (var owners in byArrival[false].Chunk(Chunk))
        {
            var ids = owners.Select(owner => owner.Id).ToList();
            var facts = await new FactsReader(db).ReadAsync(owners, cancellation);
            await DeleteAsync(db.Contradictions.Where(c => ids.Contains(c.OwnerId)), sides, cancellation);
            await WriteAsync(Findings.Of(facts), sides, cancellation);
        }

        await WriteAsync(Findings.Of(FactsReader.Of(arrivals, [.. byArrival[true]])), sides, cancellation);
        return sides;
    }

    private static async Task DeleteAsync(IQueryable<Contradiction> contradictions, HashSet<Guid> sides, CancellationToken cancellation)
    {
        sides.UnionWith(await contradictions.SelectMany(c => c.Statements).Select(s => s.RecordId).Distinct().ToListAsync(cancellation));
        await contradictions.ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The id that a subject has in every database with the same records.</summary>
    internal static Guid IdOf(string subject) => new(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, 16));

    private async Task WriteAsync(IReadOnlyList<Finding> findings, HashSet<Guid> sides, CancellationToken cancellation)
    {
        if (findings.Count == 0)
        {
            return;
        }

        sides.UnionWith(findings.SelectMany(finding => finding.Sides).SelectMany(side => side.Statements).Select(said => said.Record));
        var ids = findings.Select(finding => IdOf(finding.Subject)).ToList();
        var rulings = await RulingTrail.LoadAsync(db, [.. findings.Select((finding, index) => (ids[index], finding.Subject))], cancellation);
        List<Contradiction> made = [.. findings.Select((finding, index) => Make(finding, ids[index], [.. rulings[ids[index]]]))];
        db.Contradictions.AddRange(made);
        await db.SaveChangesAsync(cancellation);
        foreach (var contradiction in made)
        {
            // The next derivation in the same transaction may write the same ids again.
            contradiction.Sides.ForEach(part => db.Entry(part).State = EntityState.Detached);
            contradiction.Statements.ForEach(part => db.Entry(part).State = EntityState.Detached);
            contradiction.Comparisons.ForEach(part => db.Entry(part).State = EntityState.Detached);
            db.Entry(contradiction).State = EntityState.Detached;
        }
    }

    private static Contradiction Make(Finding finding, Guid id, IReadOnlyList<ContradictionRuling> rulings)
    {
        var contradiction = new Contradiction
        {
            Id = id,
            Subject = finding.Subject,
            Kind = finding.Kind,
            OwnerId = finding.Owner.Id,
            PartyId = finding.Owner.Party,
            RecordId = finding.Record,
            Field = finding.Field,
            Topic = finding.Topic,
            SeenOn = finding.Sides.Select(side => side.Since).OfType<DateOnly>().Order().Skip(1).Select(day => (DateOnly?)day).FirstOrDefault(),
            UpdatedAt = finding.Sides.SelectMany(side => side.Statements).Select(said => said.KnownSince).Concat(rulings.Select(ruling => ruling.At)).Max(),
            Fingerprint = FingerprintOf(finding),
            Sides =
            [
                .. finding.Sides.Select((side, index) => new ContradictionSide
                {
                    ContradictionId = id, Number = index + 1, Kind = side.Kind, Field = side.Field, Value = side.Value, Label = side.Label, Denied = side.Denied,
                }),
            ],
            Statements =
            [
                .. finding.Sides.SelectMany((side, index) => side.Statements.Select(said => new ContradictionStatement
                {
                    ContradictionId = id, Side = index + 1, AssertionId = said.Assertion, RecordId = said.Record, Field = said.Field,
                })),
            ],
            Comparisons =
            [
                .. finding.Comparisons.Select(c => new ContradictionComparison
                {
                    ContradictionId = id, Left = c.Left, Right = c.Right, Explanation = c.Verdict.Explanation, Text = Cut(c.Verdict.Text),
                }),
            ],
        };
        contradiction.Settle(rulings);
        return contradiction;
    }

    /// <summary>
    /// Sides and who is on them; not the wording of the arithmetic, which may be put better without being other evidence, and no ids of records, which
    /// are others once they are merged.
    /// </summary>
    private static string FingerprintOf(Finding finding)
    {
        var lines = finding.Sides.Index().SelectMany(side =>
            side.Item.Statements.Select(said => $"{said.Assertion} {said.Field} {side.Item.Denied}").Append($"{side.Item.Field} {RulingTrail.Ids().Replace(side.Item.Key, "")}").Select(line => $"{side.Index} {line}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Order(StringComparer.Ordinal)))));
    }

    private static string Cut(string text) => text.Length <= ContradictionComparison.TextLength ? text : text[..ContradictionComparison.TextLength];
}
