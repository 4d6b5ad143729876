using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Proposes headcounts, and what a company has raised in total: dated by the text, or by the day of the source.</summary>
internal sealed class MeasureRule(Scene scene, DraftList drafts)
{
    private static readonly Pattern[] Employs = Pattern.Any(
        "employs|employed|employing NUMBER:count people|employees|staff|workers?", "has|have|counts|count ~1 NUMBER:count ~1 people|employees|staff|workers", "has|have a ~1 team|staff|workforce|headcount of NUMBER:count people|employees|workers?",
        "team|staff|workforce|headcount of NUMBER:count people|employees|workers?", "grown|grew|expanded|reached ~4 to? NUMBER:count ~1 people|employees|staff|workers", "headcount|workforce ~3 at|to|is|reached|of NUMBER:count",
        "team|staff|workforce ~2 has|have grown|doubled|expanded|risen to NUMBER:count", "'s NUMBER:count employees|staff|workers", "number of employees ~4 is NUMBER:count");

    private static readonly Pattern[] Partial = Pattern.Any("in|at|for PLACE", "at its ~2 PLACE", "in its ~2 office|factory|plant|lab|team", "in research|engineering|production|sales|software|robotics");

    public void Read(Sentence sentence)
    {
        Headcount(sentence);
        Total(sentence);
    }

    private void Headcount(Sentence sentence)
    {
        if (Pattern.First(Employs, sentence) is not { } found || found["count"] is not { } count || scene.Source.PublishedOn is null && Day(sentence) is null)
        {
            return;
        }

        // Of the past only with its date: "employed 45 people before the deal".
        if (sentence.Items.Any(item => item.Lower is "employed" or "had") && Day(sentence) is null)
        {
            return;
        }

        var behind = Partial.Select(pattern => pattern.At(sentence, found.To)).FirstOrDefault(match => match is not null);
        var gate = Gate.At(sentence, found.From);
        var owner = sentence[found.From].Is("'s") && found.From > 0 ? Possessor(sentence, found.From) : OwnerOf(sentence, found.From);
        if (behind is not null || gate.Denied || gate.Planned || gate.Capability || owner is null || !owner.Party.MayBe(PartyBook.Company) || sentence.Items.Skip(Math.Max(0, found.From - 2)).Take(found.To - found.From + 4).Any(item => item.Lower is "customers" or "users" or "hire" or "jobs" or "recruit" or "former" or "laid" or "off"))
        {
            return;
        }

        owner.Party.Kind ??= PartyBook.Company;
        var draft = new Draft(RecordKind.Observation, "headcount", sentence.Index);
        var evidence = draft.Begin(gate.Hedged, owner.Item, sentence[found.From], sentence[found.To - 1]);
        var counted = sentence.Items.Skip(found.From).Take(found.To - found.From).FirstOrDefault(item => item.Lower is "employees" or "people" or "workers");
        var unit = counted?.Lower ?? "people";
        draft.Put(evidence, "party", owner.Party, owner.Item).Put(evidence, "metric", "headcount", sentence[found.From]).Put(evidence, "quantity", $"{count.Value} {unit}", count);
        PutAsOf(draft, evidence, sentence);
        draft.Summary = $"{owner.Party.Name}: {count.Value} {unit}";
        drafts.Add(draft, sentence);
    }

    private void Total(Sentence sentence)
    {
        var found = Pattern.First(FundingCues.Totals, sentence);
        var verb = sentence.Find(FundingCues.Raised);
        var amount = found?["amount"];
        var at = found?.From ?? verb;
        if (found is null && verb >= 0 && RoundObject.At(sentence, verb + 1) is { Amount: { } raised } round && Pattern.First(FundingCues.TotalMarks, sentence, verb) is { } mark && mark.From <= round.Last + 6)
        {
            amount = raised;
        }

        if (amount is null || amount.Aside || at < 0 || (scene.Source.PublishedOn is null && Day(sentence) is null))
        {
            return;
        }

        var gate = Gate.At(sentence, at);
        if (gate.Denied || gate.Planned || OwnerOf(sentence, at, isTotal: true) is not { } owner || !owner.Party.MayBe(PartyBook.Company))
        {
            return;
        }

        owner.Party.Kind ??= PartyBook.Company;
        var draft = new Draft(RecordKind.Observation, "total-raised", sentence.Index);
        var evidence = draft.Begin(gate.Hedged, sentence[at], owner.Item);
        draft.Put(evidence, "party", owner.Party, owner.Item).Put(evidence, "metric", "total-raised", sentence[at]).Put(evidence, "money", amount.Value, amount);
        PutAsOf(draft, evidence, sentence);
        draft.Summary = $"{owner.Party.Name}: {amount.Value} raised in total";
        drafts.Add(draft, sentence);
    }

    /// <summary>Whose figure it is: the subject of the verb, the name before a possessive, or of "bringing its total" the sentence's subject.</summary>
    private Subject? OwnerOf(Sentence sentence, int at, bool isTotal = false)
    {
        if (scene.SubjectOf(sentence, at) is { } subject)
        {
            return subject;
        }

        for (var i = at; i > 0 && at - i < 4; i--)
        {
            if (sentence[i].Is("'s"))
            {
                return Possessor(sentence, i);
            }

            if (sentence[i].Lower is "its")
            {
                break;
            }
        }

        var names = sentence.Items.Where(item => item.Kind == ItemKind.Name && scene.Parties.Of(item) is { } party && party.MayBe(PartyBook.Company)).Select(item => (Item: item, Party: scene.Parties.Of(item)!)).DistinctBy(name => name.Party).ToList();
        if (isTotal && names.Count == 1 && names[0].Item.Start < sentence[at].Start && Enumerable.Range(0, sentence.Count).First(i => sentence[i] == names[0].Item) < 6)
        {
            return new Subject(names[0].Party, names[0].Item, 0);
        }

        if (names.Count == 0 && sentence.Has(["our"]) && sentence.Items.All(item => !item.Quoted) && scene.Publisher is { } publisher)
        {
            return new Subject(publisher, sentence[0], 0);
        }

        return names.Count == 0 && (sentence[0].Is("its") || (sentence[0].Lower is "this" or "that" or "the" or "it" && sentence.Has(["its"]) && Pattern.First(FundingCues.Totals, sentence) is not null)) && scene.Antecedent(sentence) is { } before ? new Subject(before, sentence[0], 0) : null;
    }

    private Subject? Possessor(Sentence sentence, int at) =>
        sentence[at - 1].Kind == ItemKind.Name && scene.Parties.Of(sentence[at - 1]) is { } party ? new Subject(party, sentence[at - 1], at - 1) : null;

    private void PutAsOf(Draft draft, Evidence evidence, Sentence sentence)
    {
        var day = Day(sentence);
        draft.Put(evidence, "asOf", day?.Value ?? scene.Source.PublishedOn!.Text, day ?? Draft.FirstItem(evidence, sentence));
    }

    /// <summary>The one date of the sentence that is not of a plan or of a day to come.</summary>
    private Item? Day(Sentence sentence)
    {
        var dates = Enumerable.Range(0, sentence.Count).Where(i => sentence[i].Kind == ItemKind.Date && !(i > 0 && sentence[i - 1].Lower is "since" or "founded" or "from") && !sentence.Items.Take(i).Any(item => item.IsAny(GateCues.Plans))
            && !(scene.Source.PublishedOn is { } published && PartialDate.Parse(sentence[i].Value).Earliest > published.Latest)).ToList();
        var founded = Pattern.Of("founded|established|started|launched ~1 DATE").In(sentence) is not null;
        return dates.Count == 1 && !founded ? sentence[dates[0]] : null;
    }
}
