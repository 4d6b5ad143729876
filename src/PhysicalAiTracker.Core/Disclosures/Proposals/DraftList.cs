using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Proposals;

/// <summary>What the rules have proposed so far. The same fact told twice is one draft with two passages.</summary>
internal sealed class DraftList
{
    /// <summary>More changes than a form takes are not proposed.</summary>
    public const int Most = 100;

    /// <summary>Passages that are worth quoting for one record.</summary>
    public const int MostEvidence = 3;

    /// <summary>Two drafts that agree in these are one record.</summary>
    private static readonly Dictionary<RecordKind, string[]> Identity = new()
    {
        [RecordKind.FundingRound] = ["company", "amount"],
        [RecordKind.Deal] = ["acquirer", "target"],
        [RecordKind.Affiliation] = ["party", "kind", "organisation"],
        [RecordKind.Claim] = ["company", "product", "plane", "placement", "modality"],
        [RecordKind.Observation] = ["party", "metric", "quantity", "money", "asOf"],
        [RecordKind.Question] = ["text"],
    };

    private readonly Dictionary<Draft, int> _touched = [];

    public List<Draft> All { get; } = [];

    public bool IsFull => All.Count >= Most;

    /// <summary>Adds a draft, or joins it to the one it repeats; answers the one that is kept.</summary>
    public Draft Add(Draft draft, Sentence sentence)
    {
        var same = All.Find(other => other.Kind == draft.Kind && Identity[draft.Kind].All(field => other.Text(field) == draft.Text(field)) && (draft.Kind != RecordKind.FundingRound || draft.Text("amount").Length > 0));
        if (same is not null && draft.Set.All(member => !same.Set.ContainsKey(member.Key) || JsonNode.DeepEquals(same.Set[member.Key], member.Value)))
        {
            if (same.Evidence.Count >= MostEvidence)
            {
                // Told often enough: what is still added goes nowhere.
                return draft;
            }

            Join(same, draft);
            Touch(same, sentence);
            return same;
        }

        All.Add(draft);
        Touch(draft, sentence);
        return draft;
    }

    public Draft? Last(RecordKind kind) => All.FindLast(draft => draft.Kind == kind);

    /// <summary>The last sentence that spoke of a draft.</summary>
    public int LastSentence(Draft draft) => _touched[draft];

    public void Touch(Draft draft, Sentence sentence) => _touched[draft] = sentence.Index;

    /// <summary>Takes back what a sentence proposed.</summary>
    public void Withdraw(int sentence) => All.RemoveAll(draft => draft.Sentence == sentence && draft.Kind is RecordKind.FundingRound or RecordKind.Deal or RecordKind.Claim or RecordKind.Affiliation);

    private static void Join(Draft kept, Draft again)
    {
        kept.Evidence.AddRange(again.Evidence);
        kept.Values.AddRange(again.Values.Where(value => !kept.Values.Exists(own => own.Field == value.Field)));
        foreach (var (name, value) in again.Set)
        {
            kept.Set[name] ??= value?.DeepClone();
        }

        again.Parties.ForEach(kept.Needs);
    }
}
