using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Who led a round: of a list of investors as a whole the only part in which lists contradict each other. That one names fewer is no contradiction.</summary>
internal static class Leads
{
    /// <summary>The leads of a list of participations, as canonical JSON; null where it names none.</summary>
    public static string? Of(string participations)
    {
        var leads = Read(participations).Where(part => (string?)part["role"] is { } word && Words.TryParse<ParticipationRole>(word, out var role) && role is ParticipationRole.Lead or ParticipationRole.CoLead)
            .Select(part => new JsonObject { ["investor"] = part["investor"]!.DeepClone(), ["role"] = Words.Of(ParticipationRole.Lead) })
            .OrderBy(part => (string?)part["investor"], StringComparer.Ordinal).ToArray<JsonNode>();
        return leads.Length == 0 ? null : new JsonArray(leads).ToJsonString();
    }

    public static Verdict Compare(string left, string right)
    {
        var (first, second) = (Investors(left), Investors(right));
        return first.SetEquals(second) ? Verdict.Same
            : first.IsSubsetOf(second) || second.IsSubsetOf(first)
                ? Verdict.Because(Explanation.Precision, "One side names more leads than the other, and none that it leaves out.")
                : Verdict.Conflict("The sides name different leads of the same round.");
    }

    private static HashSet<string> Investors(string value) => [.. Read(value).Select(part => (string)part["investor"]!)];

    private static IEnumerable<JsonObject> Read(string value) => JsonNode.Parse(value) is JsonArray items ? items.OfType<JsonObject>() : [];
}
