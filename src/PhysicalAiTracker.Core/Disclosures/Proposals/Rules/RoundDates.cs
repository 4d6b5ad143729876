using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>The day on which something was announced: a date beside the verb, or at the head of the sentence.</summary>
internal static class RoundDates
{
    public static Item? In(Sentence sentence, int verb, int last)
    {
        var dates = Enumerable.Range(0, sentence.Count).Where(i => sentence[i].Kind == ItemKind.Date && !(i > 0 && sentence[i - 1].Lower is "since" or "until" or "by" or "founded" or "before" or "after")).ToList();
        if (dates.Where(i => IsSaid(sentence, i)).ToList() is [var said] && Enumerable.Range(0, said).Any(i => sentence[i].Kind == ItemKind.Name || sentence[i].Lower is "company" or "startup" or "it"))
        {
            return sentence[said];
        }

        dates = [.. dates.DistinctBy(i => sentence[i].Value)];
        if (dates.Count != 1)
        {
            return null;
        }

        // Of a head "BERLIN, 3 March – Acme", of "said on Tuesday", or right behind the round.
        var at = dates[0];
        return at < verb && !InAside(sentence, at, verb) ? sentence[at] : at > verb && (at <= last + 3 || IsSaid(sentence, at) || IsBehindInvestors(sentence, last, at)) ? sentence[at] : null;
    }

    /// <summary>Between commas in the middle of the sentence: "Acme, founded in 2021, raised".</summary>
    private static bool InAside(Sentence sentence, int at, int verb)
    {
        var name = Enumerable.Range(0, verb).Where(i => sentence[i].Kind == ItemKind.Name).DefaultIfEmpty(verb).First();
        return name < at && Enumerable.Range(name, at - name).Any(i => sentence[i].Is(",")) && Enumerable.Range(at, verb - at).Any(i => sentence[i].Is(","));
    }

    /// <summary>"a Series C led by Alder Ventures in June 2026".</summary>
    private static bool IsBehindInvestors(Sentence sentence, int last, int at) =>
        Enumerable.Range(last + 1, at - last - 1).All(i => sentence[i].Kind == ItemKind.Name || sentence[i].Lower is "led" or "co-led" or "by" or "and" or "," or "in" or "on" or "from" or "with" or "participation" or "the");

    /// <summary>"…, the companies said on Monday."</summary>
    private static bool IsSaid(Sentence sentence, int at) => Pattern.Of("said|announced|confirmed|informs|says on? DATE").In(sentence, Math.Max(0, at - 2)) is { } said && said.To == at + 1;
}
