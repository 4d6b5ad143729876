using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Claims of one company about one plane: a conflict at equal scope, explained at different ones.</summary>
internal static class ClaimFindings
{
    private const string Placement = "placement";

    public static IEnumerable<Finding> Of(Facts facts)
    {
        var statements = facts.Statements.Where(s => s is { Kind: RecordKind.Claim, Field: Placement, Denies: false }).ToLookup(s => s.Record);
        foreach (var plane in facts.Claims.GroupBy(claim => (claim.Owner, claim.Plane)))
        {
            var scopes = plane.GroupBy(claim => ScopeKey(claim.Scope)).ToList();
            foreach (var scope in scopes)
            {
                if (Build(scope, "equal", scope.Key, Words.Of(plane.Key.Plane), statements, AtEqualScope) is { } finding)
                {
                    yield return finding;
                }
            }

            if (scopes.Count > 1 && Build(plane, "planes", "", "", statements, AtDifferentScopes) is { } visible)
            {
                yield return visible;
            }
        }
    }

    private static Finding? Build(
        IEnumerable<ClaimFact> claims, string sort, string scope, string topic, ILookup<Guid, Statement> statements, Func<ClaimFact, ClaimFact, Verdict?> compare)
    {
        var byKey = claims.ToDictionary(Key);
        var first = byKey.Values.First();
        var sides = byKey.Select(pair => new Side(
            pair.Key, RecordKind.Claim, Placement, JsonValue.Create(Words.Of(pair.Value.Placement))!.ToJsonString(), Cut(LabelOf(pair.Value)), Denied: false,
            Findings.Ordered(statements[pair.Value.Id].Where(s => JsonNode.Parse(s.Value)?.ToString() == Words.Of(pair.Value.Placement)))));
        var about = string.Join(", ", first.Scope.OfType<string>());
        return Findings.Build(
            ContradictionKind.Claims, $"{first.Owner.Subject}:{sort}:{Words.Of(first.Plane)}:{scope}", first.Owner, null, Placement,
            sort == "equal" && about.Length > 0 ? Cut($"{Prose.Of(topic)}, {about}") : Prose.Of(first.Plane), sides,
            (left, right) => compare(byKey[left.Key], byKey[right.Key]));
    }

    private static Verdict? AtEqualScope(ClaimFact left, ClaimFact right)
    {
        var verdict = WordComparer.Placements(left.Placement, right.Placement);
        if (!verdict.IsConflict)
        {
            return verdict;
        }

        if (left.Modality != right.Modality || left.Modality != ClaimModality.InUse)
        {
            return Verdict.Because(Explanation.DifferentScope, left.Modality == right.Modality
                ? $"Both can be {Prose.Of(left.Modality)} at once."
                : $"One is {Prose.Of(left.Modality)} and the other {Prose.Of(right.Modality)}: what can be or is to be does not contradict what is.");
        }

        return DateComparer.Overlap(left.From, left.To, right.From, right.To)
            ? verdict
            : Verdict.Because(Explanation.TimeSeries, $"{Prose.Of(left.Placement)} {Span(left)}, {Prose.Of(right.Placement)} {Span(right)}: it changed.");
    }

    private static Verdict? AtDifferentScopes(ClaimFact left, ClaimFact right) =>
        left.Placement == right.Placement || ScopeKey(left.Scope) == ScopeKey(right.Scope)
            ? null
            : Verdict.Because(Explanation.DifferentScope, $"{Prose.Of(left.Placement)} is said of {ScopeText(left)}, {Prose.Of(right.Placement)} of {ScopeText(right)}.");

    private static string Key(ClaimFact claim) => $"{Words.Of(claim.Placement)} {claim.Id}";

    private static string LabelOf(ClaimFact claim) => $"{Prose.Of(claim.Modality)}, {ScopeText(claim)}";

    private static string ScopeText(ClaimFact claim) =>
        claim.Scope.OfType<string>().ToList() is { Count: > 0 } scope ? $"“{Shorten(string.Join(", ", scope))}”" : "the company as a whole";

    /// <summary>Scopes are equal when their words are, whatever their case and accents.</summary>
    private static string ScopeKey(IReadOnlyList<string?> scope) => string.Join('|', scope.Select(part => part is null ? "" : NameKey.Of(part)));

    private static string Span(ClaimFact claim) => (claim.From, claim.To) switch
    {
        ({ } from, { } to) => $"from {from.ToDisplay()} to {to.ToDisplay()}",
        ({ } from, null) => $"from {from.ToDisplay()}",
        (null, { } to) => $"until {to.ToDisplay()}",
        _ => "at any time",
    };

    private static string Shorten(string text) => text.Length <= 120 ? text : text[..120] + "…";

    private static string Cut(string text) => text.Length <= Contradiction.TopicLength ? text : text[..Contradiction.TopicLength];
}
