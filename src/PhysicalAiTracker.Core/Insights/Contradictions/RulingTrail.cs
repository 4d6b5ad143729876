using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>
/// Finds the rulings on a subject, those included that were made on it under the ids of records merged since. A ruling stays where it was made, so
/// that it is back there when the merge is undone.
/// </summary>
internal static partial class RulingTrail
{
    /// <summary>Rulings by the id that the subject has now, in the order in which they were made.</summary>
    /// <param name="contradictions">Ids and subjects.</param>
    public static async Task<ILookup<Guid, ContradictionRuling>> LoadAsync(
        TrackerDbContext db, IReadOnlyCollection<(Guid Id, string Subject)> contradictions, CancellationToken cancellation)
    {
        // Merges are few.
        var merged = (await db.Tombstones.AsNoTracking().Where(t => t.MergedIntoId != null).Select(t => new { t.Id, Into = t.MergedIntoId!.Value }).ToListAsync(cancellation))
            .ToLookup(t => t.Into, t => t.Id);
        var ids = contradictions.SelectMany(c => Names(c.Subject, merged).Select(name => (Was: ContradictionDerivation.IdOf(name), Now: c.Id)).Append((Was: c.Id, Now: c.Id))).Distinct().ToLookup(pair => pair.Was, pair => pair.Now);
        var asked = ids.Select(group => group.Key).ToList();
        var rulings = await db.ContradictionRulings.AsNoTracking().Where(r => asked.Contains(r.ContradictionId)).ToListAsync(cancellation);
        return rulings.OrderBy(r => r.At).ThenBy(r => r.Number).ThenBy(r => r.Id).SelectMany(ruling => ids[ruling.ContradictionId].Select(now => (now, ruling))).ToLookup(pair => pair.now, pair => pair.ruling);
    }

    /// <summary>What the subject was called while the records in its name were others.</summary>
    private static IEnumerable<string> Names(string subject, ILookup<Guid, Guid> merged)
    {
        IEnumerable<string> names = [subject];
        foreach (var id in Ids().Matches(subject).Select(match => Guid.Parse(match.Value)).Distinct().Where(merged.Contains))
        {
            names = [.. names.SelectMany(name => Formers(id, merged).Prepend(id).Select(former => name.Replace(id.ToString(), former.ToString(), StringComparison.Ordinal)))];
        }

        return names;
    }

    private static IEnumerable<Guid> Formers(Guid id, ILookup<Guid, Guid> merged) => merged[id].SelectMany(former => Formers(former, merged).Prepend(former));

    /// <summary>Ids of records, as they stand in subjects and values.</summary>
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    internal static partial Regex Ids();
}
