using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources.Snapshots;

/// <summary>
/// Looks for the passages of a source in its later snapshots. A passage is found by its own words and those around it, never by
/// likeness: what changed is missing until an analyst quotes the new words.
/// </summary>
public static class Reanchoring
{
    /// <summary>A shorter quote says too little to be known without the words around it.</summary>
    private const int TellingWords = 5;

    /// <summary>Characters on one side of a quote that tell it.</summary>
    private const int Near = 12;

    /// <summary>A full stop or a line break tells nothing.</summary>
    private const int FewestLetters = 4;

    /// <summary>How a passage stands in a later text of its source.</summary>
    /// <param name="text">Normalised by <see cref="SnapshotText.Normalise"/>.</param>
    /// <param name="stoodOnce">Whether the quote alone told the place in the passage's own snapshot.</param>
    public static (PassageState State, int? Start, int? End) Find(string text, TextQuote quote, bool stoodOnce)
    {
        if (Anchoring.Find(text, quote.Exact, quote.Prefix, quote.Suffix) is Anchor.Intact whole)
        {
            return (PassageState.Intact, whole.Start, whole.End);
        }

        var alone = Anchoring.Find(text, quote.Exact);
        if (alone is Anchor.Missing or Anchor.Invalid)
        {
            return (PassageState.Missing, null, null);
        }

        // The words on one side changed, those on the other did not.
        var sides = new[] { (quote.Prefix[^Math.Min(Near, quote.Prefix.Length)..], ""), ("", quote.Suffix[..Math.Min(Near, quote.Suffix.Length)]) }
            .Where(side => (side.Item1 + side.Item2).Count(char.IsLetterOrDigit) >= FewestLetters)
            .Select(side => Anchoring.Find(text, quote.Exact, side.Item1, side.Item2)).OfType<Anchor.Intact>().Distinct().ToList();
        return sides is [var side]
            ? (PassageState.Intact, side.Start, side.End)
            : sides.Count == 0 && alone is Anchor.Intact once && stoodOnce && FoldedText.Fold(quote.Exact).Count(c => c == ' ') >= TellingWords - 1
                ? (PassageState.Intact, once.Start, once.End)
                : (PassageState.Ambiguous, null, null);
    }

    /// <summary>
    /// Anchors each passage of the source in every later snapshot that it was not looked for in yet, and sets its state to that in the newest.
    /// What it needs is saved before; it saves what it finds.
    /// </summary>
    /// <returns>The passages whose state changed.</returns>
    internal static async Task<IReadOnlyList<Guid>> RunAsync(TrackerDbContext db, Guid source, CancellationToken cancellation)
    {
        var order = await db.Snapshots.Where(s => s.SourceId == source).OrderBy(s => s.CapturedAt).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellation);
        if (order.Count < 2)
        {
            return [];
        }

        var texts = new Dictionary<Guid, string>();
        async Task<string> TextOf(Guid snapshot) =>
            texts.TryGetValue(snapshot, out var text) ? text : texts[snapshot] = await db.Snapshots.Where(s => s.Id == snapshot).Select(s => s.Text).FirstAsync(cancellation);
        var passages = await db.Passages.AsTracking().Where(p => p.SourceId == source && p.SnapshotId != null).ToListAsync(cancellation);
        var anchors = (await db.PassageAnchors.AsTracking().Where(a => a.Passage.SourceId == source).ToListAsync(cancellation)).ToDictionary(a => (a.PassageId, a.SnapshotId));
        var changed = new List<Guid>();
        foreach (var passage in passages)
        {
            var state = PassageState.Intact;
            bool? stoodOnce = null;
            foreach (var later in order.Skip(order.IndexOf(passage.SnapshotId!.Value) + 1))
            {
                if (!anchors.TryGetValue((passage.Id, later), out var anchor))
                {
                    stoodOnce ??= Anchoring.Find(await TextOf(passage.SnapshotId.Value), passage.Exact) is Anchor.Intact;
                    var (found, start, end) = Find(await TextOf(later), new TextQuote(passage.Exact, passage.Prefix, passage.Suffix), stoodOnce.Value);
                    anchor = new PassageAnchor { PassageId = passage.Id, SnapshotId = later, State = found, Start = start, End = end };
                    db.PassageAnchors.Add(anchor);
                }

                state = anchor.State;
            }

            if (passage.State != state)
            {
                passage.State = state;
                changed.Add(passage.Id);
            }
        }

        await db.SaveChangesAsync(cancellation);
        return changed;
    }
}
