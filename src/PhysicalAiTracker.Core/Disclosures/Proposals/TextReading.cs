using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.Disclosures.Proposals.Rules;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Proposals;

/// <summary>Applies all rules to a text, sentence after sentence.</summary>
internal static class TextReading
{
    private const int LongestDenial = 14;

    private static readonly HashSet<string> Reports = ["report", "reports", "that", "this", "it", "rumour", "rumours", "rumor", "rumors", "claim", "claims", "story", "company", "both"];

    public static IReadOnlyList<Proposal> Read(ProposalSource source, IReadOnlyList<Sentence> sentences, PartyBook parties)
    {
        var scene = new Scene(source, sentences, parties);
        var drafts = new DraftList();
        var funding = new FundingRule(scene, drafts);
        var sequel = new RoundSequel(scene, drafts);
        var deals = new DealRule(scene, drafts);
        var measures = new MeasureRule(scene, drafts);
        var ties = new Ties(drafts);
        var founders = new FounderRule(scene, ties);
        var offices = new OfficeRule(scene, ties);
        var appointments = new AppointmentRule(scene, ties);
        var hires = new HireRule(scene, ties);
        var claims = new ClaimRule(scene, drafts);
        var questions = new QuestionRule(scene, drafts);
        var places = new PlaceRule(scene);
        foreach (var sentence in sentences)
        {
            if (drafts.IsFull)
            {
                break;
            }

            if (sentence.IsHeading || sentence.IsQuestion || sentence.Count == 0)
            {
                continue;
            }

            if (Denies(sentence))
            {
                drafts.Withdraw(sentence.Index - 1);
            }

            funding.Read(sentence);
            sequel.Read(sentence);
            deals.Read(sentence);
            measures.Read(sentence);
            founders.Read(sentence);
            offices.Read(sentence);
            appointments.Read(sentence);
            hires.Read(sentence);
            claims.Read(sentence);
            questions.Read(sentence);
            places.Read(sentence);
        }

        return Write(source.Text, drafts, places.Facts);
    }

    /// <summary>"The company denied the report." takes back the sentence before.</summary>
    private static bool Denies(Sentence sentence)
    {
        var at = sentence.Find(GateCues.Denials);
        return Pattern.Of("he|she|it|they|this|that|neither did not").At(sentence, 0) is not null || Pattern.Of("that|this is|was false|wrong|untrue").At(sentence, 0) is not null || at >= 0 && at < LongestDenial && sentence.Items.Any(item => item.IsAny(Reports));
    }

    private static List<Proposal> Write(string text, DraftList drafts, List<PartyFact> facts)
    {
        var writer = new ProposalWriter(text);
        var parties = new PartyProposals(writer, facts);
        var proposals = new List<Proposal>();
        foreach (var draft in drafts.All)
        {
            var needed = draft.Parties.Where(party => !party.IsKnown).Select(parties.Of).ToList();
            if (needed.TrueForAll(party => party is not null) && writer.Write(draft, PartyProposals.IdOf) is { } proposal)
            {
                proposals.Add(proposal);
            }
        }

        foreach (var party in facts.Select(fact => fact.Party).Where(party => !party.IsKnown).Distinct())
        {
            parties.Of(party);
        }

        // A party that no proposal is left to need stays only for what the text says of itself.
        var asked = proposals.SelectMany(proposal => proposal.Needs).ToHashSet();
        var told = facts.Select(fact => PartyProposals.IdOf(fact.Party)).ToHashSet();
        proposals.AddRange(parties.All.Where(party => asked.Contains(party.Id) || told.Contains(party.Id)));
        return [.. proposals.OrderBy(proposal => proposal.Record != RecordKind.Party).ThenBy(proposal => proposal.Start)];
    }
}
