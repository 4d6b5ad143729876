using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Adds to a round who led it, who joined and at what valuation.</summary>
internal sealed class RoundDetails(Scene scene, Draft draft, Evidence evidence)
{
    public void Read(Sentence sentence, int from)
    {
        Leads(sentence, from);
        Participants(sentence, from);
        Valuation(sentence, from);
    }

    private void Leads(Sentence sentence, int from)
    {
        if (Pattern.First(FundingCues.Leads, sentence, from) is { } led && sentence[led.To - 1].Is("by"))
        {
            var (parties, _) = PartyList.At(sentence, led.To, scene.Parties);
            var together = parties.Count > 1 || Pattern.First(FundingCues.CoLeads, sentence, from) is not null;
            foreach (var (party, item) in parties)
            {
                Add(party, item, together ? "co-lead" : "lead", sentence[led.From]);
            }
        }
        else if (Pattern.First(FundingCues.LeadNames, sentence, from) is { } named && named["lead"] is { } lead && scene.Parties.Of(lead) is { } leader)
        {
            Add(leader, lead, "lead", sentence[named.To - 1]);
        }
        else if (Pattern.Of("led the ~3 round|financing|funding|investment|raise|deal").In(sentence, from) is { } leads && Before(sentence, leads.From, 0) is { Count: > 0 } leading)
        {
            leading.ForEach(name => Add(name.Party, name.Item, leading.Count > 1 ? "co-lead" : "lead", sentence[leads.To - 1]));
        }
    }

    private void Participants(Sentence sentence, int from)
    {
        foreach (var pattern in FundingCues.Joins)
        {
            for (var joins = pattern.In(sentence, from); joins is not null; joins = pattern.In(sentence, joins.To))
            {
                foreach (var (party, item) in PartyList.At(sentence, joins.To, scene.Parties).Parties)
                {
                    Add(party, item, "participant", sentence[joins.From]);
                }
            }
        }

        Took(sentence, from);
        // "raised $50m from Alpha Ventures and Beta": right behind the round.
        if (from < sentence.Count && sentence[from].Is("from"))
        {
            foreach (var (party, item) in PartyList.At(sentence, from + 1, scene.Parties).Parties)
            {
                Add(party, item, "participant", item);
            }
        }
    }

    /// <summary>"Beta and Gamma also participated".</summary>
    private void Took(Sentence sentence, int from)
    {
        for (var verb = sentence.Find(FundingCues.Took, from); verb > 0; verb = sentence.Find(FundingCues.Took, verb + 1))
        {
            var next = verb + 1 < sentence.Count ? sentence[verb + 1] : null;
            var ends = verb;
            if (sentence[verb].Lower is "took" or "taking" && next?.Is("part") != true || (sentence[verb].Lower is "joined" && next is not null && next.Lower is not ("." or "," or "the" or "in" or "as" or "too" or "and" or ";")))
            {
                continue;
            }

            Before(sentence, ends, from).ForEach(name => Add(name.Party, name.Item, "participant", sentence[verb]));
        }
    }

    /// <summary>The list of parties that ends at a verb.</summary>
    private List<(Party Party, Item Item)> Before(Sentence sentence, int verb, int from)
    {
        var at = verb - 1;
        while (at >= from && (sentence[at].Kind == ItemKind.Name || sentence[at].Lower is "and" or "," or "also" or "both" or "existing" or "investors" or "investor" or "backers" or "have" or "has" or "the" or "carmaker" or "chipmaker"))
        {
            at--;
        }

        var first = Enumerable.Range(at + 1, verb - at - 1).Where(i => sentence[i].Kind == ItemKind.Name).DefaultIfEmpty(-1).First();
        return first < 0 ? [] : [.. PartyList.At(sentence, first, scene.Parties, verb).Parties];
    }

    private void Valuation(Sentence sentence, int from)
    {
        if (draft.Set.ContainsKey("valuation") || Pattern.First(FundingCues.Valuations, sentence, from) is not { } found || found["amount"] is not { Aside: false } amount)
        {
            return;
        }

        // "valuing Beta at": another company's.
        if (found["whom"] is { } whom && scene.Parties.Of(whom)?.Typed != draft.Text("company"))
        {
            return;
        }

        var marked = sentence.Items.Skip(from).Where(item => item.Start >= sentence[found.From].Start - 12 && item.Start <= amount.End + 24).Select(item => item.Lower).Where(word => word is "pre-money" or "post-money").Distinct().ToList();
        if (marked.Count > 1 || (found.From > 0 && sentence[found.From - 1].Lower is "from" or "previous" or "last" or "earlier"))
        {
            return;
        }

        draft.Put(evidence, "valuation", amount.Value, amount);
        draft.Put(evidence, "valuationKind", marked.Count == 1 ? marked[0] : "unspecified", amount);
        evidence.Cover(sentence[found.From]);
        evidence.Cover(sentence[found.To - 1]);
    }

    private void Add(Party party, Item item, string role, Item cue)
    {
        party.Kind ??= PartyBook.Firm;
        var known = (draft.Set["participations"] as JsonArray)?.Any(row => row!["investor"]!.ToString() == party.Typed) == true;
        if (known || party.Typed == draft.Text("company"))
        {
            return;
        }

        draft.Needs(party);
        evidence.Cover(cue);
        draft.PutRow(evidence, "participations", item, ("investor", party.Typed), ("role", role));
    }
}
