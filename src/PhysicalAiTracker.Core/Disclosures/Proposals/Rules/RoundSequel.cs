using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Rules;

/// <summary>Adds to a round what the next sentences say of it: "The round was led by …", "It values the company at …".</summary>
internal sealed class RoundSequel(Scene scene, DraftList drafts)
{
    private const int Farthest = 3;

    private static readonly HashSet<string> Others = ["previous", "earlier", "last", "prior", "next", "another", "2023", "2024"];

    private static readonly Pattern[] Openings = Pattern.Any(
        "the|this ~3 round|financing|funding|investment|raise|deal|money|transaction was|were|is|has|values|valued|also|brings|gives|came", "NAME led the ~2 round|financing|funding|investment|raise|deal", "NAME ~8 participated|joined|invested", "NAME ~8 took part",
        "other|new|existing|further|additional investors", "investors in the", "participants", "participation came", "the? lead investor is|was NAME", "the ~3 valuation", "it|this ~2 led by", "it|this|that values|valued");

    public void Read(Sentence sentence)
    {
        if (drafts.Last(RecordKind.FundingRound) is not { } draft || draft.Sentence == sentence.Index || draft.Evidence.Count >= DraftList.MostEvidence + 1 || sentence.Index - drafts.LastSentence(draft) > Farthest)
        {
            return;
        }

        var opens = Openings.Any(pattern => pattern.At(sentence, 0) is not null) || (sentence.Count > 0 && sentence[0].Kind == ItemKind.Name && IsParticipation(sentence));
        if (!opens || sentence.Items.Take(8).Any(item => item.IsAny(Others)) || Gate.At(sentence, 0).Denied || !Exists(sentence))
        {
            return;
        }

        var gate = Gate.At(sentence, 0);
        var evidence = new Evidence(gate.Hedged || draft.Text("status") is "in-talks" or "rumored");
        new RoundDetails(scene, draft, evidence).Read(sentence, 0);
        if (evidence.Fields.Count > 0)
        {
            evidence.Cover(sentence[0]);
            draft.Evidence.Add(evidence);
            drafts.Touch(draft, sentence);
        }
    }

    private static bool IsParticipation(Sentence sentence) =>
        Pattern.Of("participated|joined|invested ~3 round|financing|funding|investment|raise").In(sentence) is not null || Pattern.Of("also participated|joined|invested|contributed").In(sentence) is not null || Pattern.Of("took part").In(sentence) is not null
        || Pattern.Of("led the ~3 round|financing|funding|investment|raise").In(sentence) is not null;

    /// <summary>No other company may raise in between.</summary>
    private static bool Exists(Sentence sentence) => sentence.Find(FundingCues.Raised) < 0;
}
