using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures.Proposals;

/// <summary>Turns drafts into proposals: changes as the editor holds them, with passages that stand once in the text.</summary>
internal sealed class ProposalWriter(string text)
{
    private static readonly string[] KeyFields = ["company", "party", "organisation", "kind", "acquirer", "target", "plane", "metric"];

    private static readonly int[] Contexts = [0, Anchoring.SelectorContext, Anchoring.MaxContext];

    /// <summary>Null where a passage of it cannot be told from its like.</summary>
    public Proposal? Write(Draft draft, Func<Party, string> idOf)
    {
        var assertions = new JsonArray();
        foreach (var evidence in draft.Evidence.Where(evidence => evidence.Fields.Count > 0))
        {
            if (Passage(evidence.Start, evidence.End) is not { } passage)
            {
                return null;
            }

            assertions.Add(Assertion(draft.Evidence.Count == 1 ? [TypedDocument.AllFields] : evidence.Fields, passage, evidence.Hedged));
        }

        var first = draft.Evidence[0];
        var change = new JsonObject { ["record"] = Words.Of(draft.Kind), ["set"] = draft.Set.DeepClone(), ["assertions"] = assertions };
        return new Proposal(
            Id(draft.Rule, draft.Kind, first.Start, first.End, Key(draft)), draft.Kind, change, first.Start, first.End, draft.Summary, draft.Rule, [.. draft.Values], [.. draft.Parties.Where(party => !party.IsKnown).Select(idOf)]);
    }

    public static JsonObject Assertion(IEnumerable<string> fields, JsonObject passage, bool hedged) => new()
    {
        ["fields"] = new JsonArray([.. fields.Select(field => (JsonNode)field)]),
        ["passage"] = passage,
        ["polarity"] = "affirms",
        ["modality"] = hedged ? "hedged" : "stated",
    };

    /// <summary>The selector of a stretch, with as little around it as makes it stand once; null where nothing does.</summary>
    public JsonObject? Passage(int start, int end)
    {
        if (end <= start || string.IsNullOrWhiteSpace(text[start..end]))
        {
            return null;
        }

        foreach (var context in Contexts)
        {
            var from = Whole(Math.Max(0, start - context));
            var to = Whole(Math.Min(text.Length, end + context));
            var (exact, prefix, suffix) = (text[start..end], text[from..start], text[end..to]);
            if (exact == exact.Trim() && Anchoring.Find(text, exact, prefix, suffix) is Anchor.Intact intact && intact == new Anchor.Intact(start, end))
            {
                return new JsonObject { ["exact"] = exact, ["prefix"] = prefix, ["suffix"] = suffix };
            }
        }

        return null;
    }

    /// <summary>Short, stable, and different for each record that the same words give.</summary>
    public static string Id(string rule, RecordKind kind, int start, int end, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{rule}|{Words.Of(kind)}|{start}|{end}|{key}"))))[..16];

    /// <summary>Half a surrogate pair would not survive normalisation.</summary>
    private int Whole(int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;

    private static string Key(Draft draft) => string.Join('|', KeyFields.Select(draft.Text));
}
