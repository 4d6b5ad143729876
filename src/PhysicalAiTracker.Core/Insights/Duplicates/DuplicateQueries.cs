using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>Finds the existing records that a draft is likely about.</summary>
public sealed class DuplicateQueries(TrackerDbContext db, RecordNames names)
{
    /// <summary>Likely duplicates told of one change.</summary>
    private const int MostOfOne = 5;

    /// <summary>The existing records that changes of a draft are likely about, by change and then the likeliest first. Changes that name their record (<c>id</c>) have none.</summary>
    /// <param name="typed">See <see cref="Disclosures.Drafts.TypedDocument"/>; it may hold anything, and what cannot be read is passed over.</param>
    public async Task<IReadOnlyList<DraftDuplicate>> OfDraftAsync(JsonObject typed, CancellationToken cancellation)
    {
        var scene = await DraftScene.LoadAsync(db, typed, cancellation);
        if (scene.Changes.Count == 0)
        {
            return [];
        }

        var found = new List<(DraftChange Change, Guid Id, IReadOnlyList<Point> Points)>();
        // Parties first: the others of the draft may be about one of them.
        found.AddRange(await PartiesAsync(scene, cancellation));
        foreach (var best in found.GroupBy(f => f.Change).Select(group => group.MaxBy(f => Point.Score(f.Points))))
        {
            scene.Take(best.Change, new DraftDuplicate(best.Change.Pointer, best.Change.Kind, best.Id, "", null, Point.Score(best.Points), []));
        }

        found.AddRange(await RoundsAsync(scene, cancellation));
        found.AddRange(await new DraftTies(db, scene).FindAsync(cancellation));
        List<(DraftChange Change, Guid Id, IReadOnlyList<Point> Points)> likely =
        [
            .. found.Where(f => Point.Score(f.Points) >= DraftDuplicate.LeastScore).GroupBy(f => f.Change)
                .SelectMany(group => group.OrderByDescending(f => Point.Score(f.Points)).ThenBy(f => f.Id).Take(MostOfOne)),
        ];
        var named = await names.OfAsync([.. likely.Select(f => (f.Change.Kind, f.Id))], cancellation);
        return
        [
            .. scene.Changes.SelectMany(change => likely.Where(f => f.Change == change)).Where(f => named.ContainsKey(f.Id)).Select(f => new DraftDuplicate(
                f.Change.Pointer, f.Change.Kind, f.Id, named[f.Id].Text, named[f.Id].Slug, Point.Score(f.Points),
                [.. f.Points.OrderByDescending(point => Math.Abs(point.Value)).Select(point => point.Text)])),
        ];
    }

    private async Task<IEnumerable<(DraftChange, Guid, IReadOnlyList<Point>)>> PartiesAsync(DraftScene scene, CancellationToken cancellation)
    {
        var drafted = scene.Of(RecordKind.Party).Select(change => (Change: change, Facts: new PartyFacts(
            Guid.Empty, change.Text("name"), null, change.Word<PartyKind>("kind"), PartyFacts.FormsOf(change.Texts("aliases").Prepend(change.Text("name")).Where(name => name.Length <= Party.NameLength)),
            PartyFacts.HostOf(change.Text("website")), change.Date("foundedOn"), scene.Sources))).ToList();
        var byHash = await DuplicateFacts.CandidatesAsync(db, drafted.SelectMany(d => d.Facts.Hashes), cancellation);
        var known = await DuplicateFacts.PartiesAsync(db, byHash.SelectMany(group => group), cancellation);
        return
            from d in drafted
            from candidate in d.Facts.Hashes.SelectMany(hash => byHash[hash]).Distinct()
            where known.ContainsKey(candidate)
            select (d.Change, candidate, PartyMatcher.Compare(d.Facts, known[candidate]));
    }

    private async Task<IEnumerable<(DraftChange, Guid, IReadOnlyList<Point>)>> RoundsAsync(DraftScene scene, CancellationToken cancellation)
    {
        var drafted = scene.Of(RecordKind.FundingRound).Select(change => (Change: change, Company: scene.Party(change.Text("company")))).Where(d => d.Company is not null).ToList();
        var rounds = await DuplicateFacts.RoundsAsync(db, [.. drafted.Select(d => d.Company!.Value).Distinct()], cancellation);
        return drafted.SelectMany(d => OfRound(scene, d.Change, [.. rounds[d.Company!.Value]]));
    }

    private static IEnumerable<(DraftChange, Guid, IReadOnlyList<Point>)> OfRound(DraftScene scene, DraftChange change, List<RoundFacts> rounds)
    {
        var supersedes = scene.Record(change.Text("supersedes"));
        var facts = new RoundFacts(
            Guid.Empty, Guid.Empty, change.Money("amount"), change.Word<FundingStage>("stage"), change.Word<Instrument>("instrument"),
            [.. new[] { change.Date("announcedOn"), change.Date("closedOn"), change.Date("reportedOn") }.OfType<PartialDate>()], supersedes,
            change.Rows("participations", "investor").Select(scene.Party).OfType<Guid>().ToHashSet(), scene.Sources);
        var rates = DuplicateFacts.RatesOf(rounds.Append(facts));
        // A draft that says nothing of a round but whose it is may be any of them, and is none in particular.
        foreach (var round in rounds.Where(round => round.Id != supersedes && (facts.Amount is not null || facts.Dates.Count > 0 || supersedes is not null)))
        {
            var points = RoundMatcher.Compare(facts, round, rates).ToList();
            if (supersedes is { } older && RoundChain.EndOf(rounds, older) == RoundChain.EndOf(rounds, round.Id))
            {
                points.Add(new Point("superseded", 60, "It stands in the chain of rounds that this one is said to supersede: the same money, told again."));
            }
            else if (RoundChain.EndOf(rounds, round.Id) != round.Id)
            {
                points.Add(new Point("superseded", 0, "A later round supersedes it: the figures may be the older ones."));
            }

            yield return (change, round.Id, points);
        }
    }
}
