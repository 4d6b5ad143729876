using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Proposes deals: one company buys another, is in talks about it, or hires its people and licenses its work.</summary>
internal sealed class DealRule(Scene scene, DraftList drafts)
{
    private const string Name = "deal";

    public void Read(Sentence sentence)
    {
        _ = TryActive(sentence, DealCues.Licences, "licence-and-hire", "announced")
            || TryActive(sentence, DealCues.Talks, "contemplated", "in-talks")
            || TryActive(sentence, DealCues.Completed, "acquisition", "completed")
            || TryPassive(sentence)
            || TryActive(sentence, DealCues.Agreed, "acquisition", "announced");
        Terms(sentence);
    }

    private bool TryActive(Sentence sentence, Pattern[] patterns, string kind, string status)
    {
        if (Pattern.First(patterns, sentence) is not { } found || scene.SubjectOf(sentence, found.From) is not { } acquirer || found["target"] is not { } target)
        {
            return false;
        }

        return Propose(sentence, found, acquirer.Party, acquirer.Item, target, kind, status);
    }

    private bool TryPassive(Sentence sentence)
    {
        if (Pattern.First(DealCues.ByAcquirer, sentence) is not { } found || scene.SubjectOf(sentence, found.From) is not { } target || found["acquirer"] is not { } acquirer || scene.Parties.Of(acquirer) is not { } party)
        {
            return false;
        }

        return Propose(sentence, found, party, acquirer, target.Item, "acquisition", "announced", target.Party);
    }

    private bool Propose(Sentence sentence, Match found, Party acquirer, Item acquirerItem, Item targetItem, string kind, string status, Party? known = null)
    {
        var gate = Gate.At(sentence, found.From);
        var target = known ?? scene.Parties.Of(targetItem);
        var next = found.To < sentence.Count ? sentence[found.To] : null;
        if (target is null || target == acquirer || IsDenied(sentence, found, gate) || !acquirer.MayBe(PartyBook.Company) || !target.MayBe(PartyBook.Company) || (known is null && next is not null && (next.IsAny(DealCues.NotCompanies) || next.Kind == ItemKind.Hardware))
            || sentence.Items.Skip(found.From).Take(found.To - found.From).Any(item => item.IsAny(DealCues.NotCompanies) && item.Lower is not "'s"))
        {
            return false;
        }

        if (gate.Hedged && kind != "contemplated")
        {
            (kind, status) = ("contemplated", "rumored");
        }

        (acquirer.Kind, target.Kind) = (acquirer.Kind ?? PartyBook.Company, target.Kind ?? PartyBook.Company);
        var draft = new Draft(RecordKind.Deal, Name, sentence.Index);
        var cue = sentence[found.From];
        var evidence = draft.Begin(gate.Hedged || status == "in-talks", cue, sentence[found.To - 1]);
        draft.Put(evidence, "kind", kind, cue).Put(evidence, "acquirer", acquirer, acquirerItem).Put(evidence, "target", target, targetItem).Put(evidence, "status", status, cue);
        draft.Summary = $"{acquirer.Name} – {target.Name}: {kind.Replace('-', ' ')}, {status.Replace('-', ' ')}";
        draft = drafts.Add(draft, sentence);
        if (Pattern.First(DealCues.Prices, sentence, found.From) is { } price && price["price"] is { Aside: false } amount && (price.From >= found.To - 1 || amount.Start < cue.End))
        {
            draft.Put(evidence, "price", amount.Value, amount);
            evidence.Cover(sentence[price.From]);
        }

        if (status is "announced" or "completed" && RoundDates.In(sentence, found.From, found.To + 3) is { } day)
        {
            draft.Put(evidence, status == "completed" ? "closedOn" : "announcedOn", day.Value, day);
        }

        return true;
    }

    /// <summary>"Terms were not disclosed" denies nothing about the deal itself.</summary>
    private static bool IsDenied(Sentence sentence, Match found, Gate gate) =>
        gate.Denied && (sentence.IsQuestion || Gate.IsTakenBack(sentence) || sentence.Has(GateCues.Conditions)
            || sentence.Items.Take(found.To).Any(item => item.IsAny(GateCues.Negations)));

    private void Terms(Sentence sentence)
    {
        if (drafts.Last(RecordKind.Deal) is not { } draft || sentence.Index - drafts.LastSentence(draft) > 2 || draft.Set.ContainsKey("price") || draft.Set.ContainsKey("note")
            || Pattern.First(DealCues.Undisclosed, sentence) is not { } undisclosed)
        {
            return;
        }

        var evidence = new Evidence(hedged: false);
        for (var i = undisclosed.From; i < undisclosed.To; i++)
        {
            evidence.Cover(sentence[i]);
        }

        draft.Put(evidence, "note", "The source says that the price was not disclosed.", sentence[undisclosed.From]);
        draft.Evidence.Add(evidence);
    }
}
