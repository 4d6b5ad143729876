using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Proposes that a company hired people from another.</summary>
internal sealed class HireRule(Scene scene, Ties ties)
{
    /// <summary>"Acme has hired engineers from Tesla and OpenAI".</summary>
    public void Read(Sentence sentence)
    {
        foreach (var found in RoleCues.HiredFrom.Select(pattern => pattern.In(sentence)).OfType<Match>())
        {
            var people = Enumerable.Range(found.From, found.To - found.From).Any(i => sentence[i].IsAny(RoleCues.Staff) || sentence[i].Kind == ItemKind.Number) && !sentence.Items.Skip(found.From).Take(found.To - found.From).Any(item => item.Kind == ItemKind.Name);
            if (!people || !Gate.At(sentence, found.From).IsPlain || scene.SubjectOf(sentence, found.From) is not { } company || !company.Party.MayBe(PartyBook.Company))
            {
                continue;
            }

            foreach (var (party, item) in PartyList.At(sentence, found.To, scene.Parties).Parties.Where(p => p.Party != company.Party && p.Party.MayBe(PartyBook.Company)))
            {
                ties.Add(sentence, "hired-from", company.Party, company.Item, "hired-from", party, item, "", sentence[found.From]);
            }
        }
    }
}
