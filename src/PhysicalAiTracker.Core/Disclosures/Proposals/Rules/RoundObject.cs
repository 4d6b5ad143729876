using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>What somebody raised, as the words behind the verb name it: "a $50m Series B round".</summary>
/// <param name="Amount">Null where it is not told.</param>
/// <param name="Named">The word that calls it a round; null where none does.</param>
/// <param name="Last">The last of its items.</param>
internal sealed record RoundObject(Item? Amount, Item? Stage, string StageWord, string AsAnnounced, string Instrument, Item? InstrumentItem, Item? Named, int Last)
{
    private const int Longest = 14;

    private static readonly Dictionary<string, string> Letters = new()
    {
        ["a"] = "series-a", ["b"] = "series-b", ["c"] = "series-c", ["d"] = "series-d", ["e"] = "series-e", ["f"] = "series-f", ["g"] = "other", ["h"] = "other",
    };

    /// <summary>The object that begins at a position; null where what stands there is none, or several things.</summary>
    public static RoundObject? At(Sentence sentence, int from)
    {
        // "announced on Tuesday a round", "announced today that".
        from += from < sentence.Count && sentence[from].Is("on") ? 1 : 0;
        from += from < sentence.Count && sentence[from].Kind == ItemKind.Date ? 1 : 0;
        Item? amount = null, stage = null, named = null, instrument = null;
        var (word, announced, kind, last) = ("", "", "equity", -1);
        for (var i = from; i < sentence.Count && i - from < Longest; i++)
        {
            var item = sentence[i];
            if (item.Kind == ItemKind.Money && (amount is null && !item.Aside))
            {
                if (last == i - 1 && last >= 0 && item.Value.StartsWith("more than", StringComparison.Ordinal) && item.Text.StartsWith("over", StringComparison.OrdinalIgnoreCase))
                {
                    // "its Series A over $32m": of that size, or larger?
                    return null;
                }

                (amount, last) = (item, i);
            }
            else if (StageAt(sentence, i) is { } found && word.Length == 0)
            {
                (stage, word, announced) = (found.Item, found.Word, found.Announced);
                i = last = found.To - 1;
            }
            else if (item.IsAny(FundingCues.Rounds))
            {
                (named, last) = (named ?? item, i);
                announced = item.Is("extension") && word.Length > 0 ? $"{announced} extension" : announced;
            }
            else if (item.Kind == ItemKind.Money || item.IsAny(FundingCues.NotARound))
            {
                return null;
            }
            else if (item.IsMention || item.Lower is "," or "." || item.IsAny(FundingCues.Ends))
            {
                break;
            }
            else if (!item.IsAny(FundingCues.Fillers))
            {
                // Any other noun says that the money is for something else: "$50m contract".
                return amount is not null && named is null && stage is null ? null : last < 0 ? null : Made();
            }
            else if (item.Lower is "debt" or "loan" or "credit" or "convertible" or "secondary")
            {
                (kind, instrument, last) = (item.Lower switch { "convertible" => "convertible", "secondary" => "secondary", _ => "debt" }, item, i);
                named ??= item;
            }
            else if (instrument is not null && item.Lower is "facility" or "line" or "notes" or "note")
            {
                last = i;
            }
            else if (item.Is("equity"))
            {
                instrument = item;
            }
        }

        return last < 0 ? null : Made();

        RoundObject Made() => new(amount, stage, word, announced, kind, instrument, named, last);
    }

    /// <summary>"Series B", "pre-seed", "growth round"; "seed" and "growth" only before a word for money or a round, or behind an amount.</summary>
    public static (Item Item, string Word, string Announced, int To)? StageAt(Sentence sentence, int at)
    {
        var item = sentence[at];
        if (item.Lower is "series" or "pre-series" && at + 1 < sentence.Count && sentence[at + 1].Text is [var letter, ..] && char.IsUpper(letter) && sentence[at + 1].Lower.Length is 1 or 2
            && Letters.TryGetValue(sentence[at + 1].Lower[..1], out var word))
        {
            var whole = item with { End = sentence[at + 1].End };
            var early = item.Is("pre-series");
            return (whole, early ? "other" : word, $"{(early ? "Pre-Series" : "Series")} {sentence[at + 1].Text}", at + 2);
        }

        var nextIsRound = at + 1 < sentence.Count && (sentence[at + 1].IsAny(FundingCues.Rounds) || sentence[at + 1].Lower is "stage" or "money" or "equity" or "venture");
        var behindMoney = at > 0 && (sentence[at - 1].Kind == ItemKind.Money || (sentence[at - 1].Is("in") && at > 1 && sentence[at - 2].Kind == ItemKind.Money));
        var beforeMoney = at + 2 < sentence.Count && sentence[at + 1].Lower is "of" && sentence[at + 2].Kind == ItemKind.Money;
        return (item.Lower, nextIsRound || behindMoney || beforeMoney) switch
        {
            ("pre-seed", _) => (item, "pre-seed", "pre-seed", at + 1),
            ("seed", true) => (item, "seed", "seed", at + 1),
            ("growth", true) => (item, "growth", "growth", at + 1),
            _ => null,
        };
    }
}
