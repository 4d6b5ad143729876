using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>
/// What passages say of one investor's part in one round: how much, and whether it came. Compared at equal scope: the same investor through the
/// same vehicle, named once in each list. That a list leaves an amount or a status out contradicts nobody.
/// </summary>
internal static class ParticipantFindings
{
    private const string Field = "participations";

    /// <param name="said">All that is said of the investors of one round.</param>
    /// <param name="rates">US dollars by currency, from other figures of the round.</param>
    public static IEnumerable<Finding> Of(Facts facts, IReadOnlyList<Statement> said, IReadOnlyDictionary<string, decimal> rates) =>
        said.SelectMany(PartsOf).GroupBy(part => part.Scope).Select(scope => Build(facts, scope.Key, [.. scope], rates)).OfType<Finding>();

    private static Finding? Build(Facts facts, string scope, List<Part> parts, IReadOnlyDictionary<string, decimal> rates)
    {
        // Who says only that somebody took part is on a side where another says the contrary.
        var contrary = parts.Exists(part => part.Status == ParticipationStatus.Declined || part.Statement.Denies);
        var told = parts.FindAll(part => contrary || part.Amount is not null || part.Status is not null);
        if (told.Count < 2)
        {
            return null;
        }

        var (kind, round) = (told[0].Statement.Kind, told[0].Statement.Record);
        var byKey = told.GroupBy(part => part.Key).ToDictionary(group => group.Key, group => group.First());
        var sides = told.GroupBy(part => part.Key).Select(group => new Side(
            group.Key, kind, Field, group.Select(part => part.Value).Min(StringComparer.Ordinal)!, null, group.First().Statement.Denies, Findings.Ordered(group.Select(part => part.Statement))));
        return Findings.Build(
            ContradictionKind.Field, $"{round}:{Field}:{scope}", facts.Owners[round], round, Field, null, sides,
            (left, right) => Compare((left, byKey[left.Key]), (right, byKey[right.Key]), rates));
    }

    private static Verdict? Compare((Side Side, Part Part) left, (Side Side, Part Part) right, IReadOnlyDictionary<string, decimal> rates)
    {
        if (left.Side.Denied || right.Side.Denied)
        {
            return left.Side.Denied == right.Side.Denied || !Denies(left.Side.Denied ? left.Part : right.Part, left.Side.Denied ? right.Part : left.Part)
                ? null : Verdict.Conflict("One side affirms what the other denies.");
        }

        var status = Statuses(left, right);
        return !status.Agrees ? status
            : left.Part.Amount is { } one && right.Part.Amount is { } other ? FigureComparer.Compare(Figure.Of(one), Figure.Of(other), rates) : Verdict.Same;
    }

    /// <summary>Who denies a part without a figure denies it whole; who denies a figure denies that figure.</summary>
    private static bool Denies(Part denied, Part affirmed) =>
        denied is { Amount: null, Status: null } ? affirmed.Status != ParticipationStatus.Declined
        : (denied.Amount is null || denied.Amount.ToExact() == affirmed.Amount?.ToExact()) && (denied.Status is null || denied.Status == affirmed.Status);

    private static Verdict Statuses((Side Side, Part Part) left, (Side Side, Part Part) right)
    {
        var (one, other) = (left.Part.Status, right.Part.Status);
        if (one == other || (one is null && other != ParticipationStatus.Declined) || (other is null && one != ParticipationStatus.Declined))
        {
            return Verdict.Same;
        }

        // A pledge is kept or taken back later; money that came does not go.
        var (earlier, later) = left.Side.Last < right.Side.First ? (left, right) : right.Side.Last < left.Side.First ? (right, left) : default;
        return earlier.Part?.Status == ParticipationStatus.Pledged
            ? Verdict.Because(
                Explanation.TimeSeries,
                $"Pledged by {PartialDate.Of(earlier.Side.Last).ToDisplay()}, {Prose.Of(later.Part.Status!.Value)} from {PartialDate.Of(later.Side.First).ToDisplay()}: it changed.")
            : Verdict.Conflict($"One side says that it {Told(one)}, the other that it {Told(other)}.");
    }

    private static string Told(ParticipationStatus? status) => status is { } word ? Prose.Of(word) : "took part";

    private static IEnumerable<Part> PartsOf(Statement said) =>
        (JsonNode.Parse(said.Value) as JsonArray ?? []).OfType<JsonObject>().GroupBy(ScopeOf, StringComparer.Ordinal).Where(group => group.Count() == 1)
            .Select(group => Read(said, group.Key, group.First()));

    private static string ScopeOf(JsonObject part) => $"{part["investor"]}:{((string?)part["vehicle"] is { } vehicle ? NameKey.Of(vehicle) : "")}";

    private static Part Read(Statement said, string scope, JsonObject part)
    {
        var amount = part["amount"] is { } node && Values.Money.TryRead(node, "", new ReadContext(), out var money) ? money : null;
        ParticipationStatus? status = Words.TryParse<ParticipationStatus>((string?)part["status"], out var word) ? word : null;
        var shown = new JsonObject(part.Where(member => member.Key != "role").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        return new Part(
            said, scope, amount, status, new JsonArray(shown).ToJsonString(),
            $"{(status is null ? "" : Words.Of(status.Value))} {amount?.ToExact()}{(said.Denies ? " denied" : "")}");
    }

    /// <param name="Scope">Investor and vehicle.</param>
    /// <param name="Value">The list with this part alone, without the role.</param>
    /// <param name="Key">Equal where the same is said.</param>
    private sealed record Part(Statement Statement, string Scope, Money? Amount, ParticipationStatus? Status, string Value, string Key);
}
