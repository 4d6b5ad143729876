using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>The rounds that a total of a day counts, in US dollars: rounds that supersede one another count once.</summary>
/// <param name="Counted">Announced or further on, and superseded by none.</param>
/// <param name="Superseded">Left out because a counted round replaces them.</param>
/// <param name="Unfinished">Left out because they have not come so far.</param>
/// <param name="Unknown">Rounds of undisclosed amount, or in a currency without a rate.</param>
internal sealed record RoundSum(IReadOnlyList<RoundFact> Counted, IReadOnlyList<RoundFact> Superseded, IReadOnlyList<RoundFact> Unfinished, int Unknown)
{
    /// <summary>US dollars.</summary>
    public decimal Value => Counted.Sum(Usd);

    public static RoundSum Of(IReadOnlyList<RoundFact> rounds, PartialDate on)
    {
        List<RoundFact> then = [.. rounds.Where(r => !r.Unspecified && r.Status != FundingStatus.Cancelled && (r.On is null || r.On.Earliest <= on.Latest))];
        var replaced = then.Select(r => r.Supersedes).OfType<Guid>().ToHashSet();
        List<RoundFact> known = [.. then.Where(r => r.Amount?.UsdMinor is not null).OrderBy(r => r.On?.Earliest ?? DateOnly.MinValue).ThenBy(Usd).ThenBy(r => r.Id)];
        var standing = known.Where(r => !replaced.Contains(r.Id)).ToLookup(r => r.Status is null or FundingStatus.Announced or FundingStatus.PartiallyClosed or FundingStatus.Closed);
        return new RoundSum([.. standing[true]], [.. known.Where(r => replaced.Contains(r.Id))], [.. standing[false]], then.Count(r => r.Amount?.UsdMinor is null && !replaced.Contains(r.Id)));
    }

    /// <summary>Whether a stated total is the sum, within the rounding of its parts; with one more round where given.</summary>
    public bool Fits(Money total, RoundFact? besides = null) => Fits(total, With(besides));

    /// <summary>“USD 6.2 bn + USD 12 bn = USD 18.2 bn”.</summary>
    public string Text(RoundFact? besides = null) => Text(With(besides));

    public Verdict Compare(Money total)
    {
        var stated = Figure.Of(total);
        if (Fits(total))
        {
            return Superseded.Count == 0 ? Verdict.Same : Verdict.Because(
                Explanation.Superseded,
                $"{Text()}; {string.Join(" and ", Superseded.Select(r => Figure.Of(r.Amount!)))} {(Superseded.Count == 1 ? "is" : "are")} superseded and not counted, or it would be {Dollars(Counted.Concat(Superseded).Sum(Usd))}.");
        }

        if (Superseded.Count > 0 && Fits(total, [.. Counted, .. Superseded]))
        {
            return Verdict.Conflict($"The stated {stated} counts superseded money twice: {Text([.. Counted, .. Superseded])}, where {Text()}.");
        }

        if (Unfinished.Count > 0 && Fits(total, [.. Counted, .. Unfinished]))
        {
            return Verdict.Because(Explanation.DifferentScope, $"The stated {stated} counts rounds that are not announced yet: {Text([.. Counted, .. Unfinished])}.");
        }

        if (Counted.FirstOrDefault(left => Fits(total, [.. Counted.Where(r => r != left)])) is { } extra)
        {
            return Verdict.Conflict($"The stated {stated} leaves out {Figure.Of(extra.Amount!)}, which the sum counts ({Text()}): is it superseded?");
        }

        var usd = total.UsdMinor!.Value / 100m;
        return usd > Value
            ? Verdict.Because(Explanation.DifferentScope, $"The stated {stated} is {Dollars(usd - Value)} more than the rounds on record ({Text()}): it counts what no round on record says.")
            : Verdict.Conflict($"The stated {stated} is {Dollars(Value - usd)} less than the rounds on record: {Text()}.");
    }

    private static decimal Usd(RoundFact round) => round.Amount!.UsdMinor!.Value / 100m;

    private static string Dollars(decimal usd) => Figure.Text(usd, "USD", money: true);

    private static bool Fits(Money total, IReadOnlyList<RoundFact> rounds)
    {
        var stated = Figure.Of(total).ToUsd(new Dictionary<string, decimal>())!;
        var sum = rounds.Sum(Usd);
        var room = stated.Tolerance + rounds.Sum(round => RoomOf(round.Amount!));
        return stated.Span is var (low, high) && low - room <= sum && (high == decimal.MaxValue || sum <= high + room);
    }

    private static decimal RoomOf(Money amount) => Figure.Of(amount) is var figure && figure.ToUsd(new Dictionary<string, decimal>()) is { } usd && figure.Value > 0
        ? figure.Tolerance * usd.Value / figure.Value
        : 0;

    private static string Text(IReadOnlyList<RoundFact> rounds) =>
        rounds.Count == 1 ? Dollars(Usd(rounds[0])) : $"{string.Join(" + ", rounds.Select(r => Dollars(Usd(r))))} = {Dollars(rounds.Sum(Usd))}";

    private IReadOnlyList<RoundFact> With(RoundFact? round) => round is null
        ? Counted
        : [.. Counted.Append(round).OrderBy(r => r.On?.Earliest ?? DateOnly.MinValue).ThenBy(Usd).ThenBy(r => r.Id)];
}
