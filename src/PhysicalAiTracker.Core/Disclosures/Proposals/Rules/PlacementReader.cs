using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>A phrase that says where something runs.</summary>
/// <param name="Host">The named cloud, where the phrase is one.</param>
internal sealed record PlacementFound(string Placement, int From, int To, Item? Host);

/// <summary>Finds where something runs, within a stretch of a sentence.</summary>
internal static class PlacementReader
{
    /// <summary>The placements told, without those behind "rather than" and the like.</summary>
    public static IReadOnlyList<PlacementFound> In(Sentence sentence, int from, int to)
    {
        var found = new List<PlacementFound>();
        for (var at = from; at < to; at++)
        {
            if (Of(sentence, at) is { } placement && placement.To <= to && !IsInstead(sentence, from, at))
            {
                found.Add(placement);
                at = placement.To - 1;
            }
        }

        return found;
    }

    private static PlacementFound? Of(Sentence sentence, int at)
    {
        var item = sentence[at];
        if (item.Kind == ItemKind.Name && PlacementCues.Clouds.Contains(item.Value.ToLowerInvariant()) && at > 0 && sentence[at - 1].Lower is "on" or "in" or "using" or "by" or "at" or "with" or "via" or "'s" or "to" or "and")
        {
            return new PlacementFound("cloud", at, at + 1, item);
        }

        foreach (var (placement, patterns) in PlacementCues.Placements)
        {
            if (patterns.Select(pattern => pattern.At(sentence, at)).OfType<Match>().MaxBy(match => match.To) is { } match && match.To > match.From)
            {
                // "on the machine next to the cell" is two things.
                return new PlacementFound(placement, match.From, match.To, null);
            }
        }

        return null;
    }

    private static bool IsInstead(Sentence sentence, int from, int at)
    {
        for (var i = at - 1; i >= from && at - i <= 5; i--)
        {
            if (sentence[i].IsAny(PlacementCues.Instead))
            {
                return true;
            }

            if (sentence[i].Is(",") || sentence[i].Is("but"))
            {
                return false;
            }
        }

        return false;
    }
}
