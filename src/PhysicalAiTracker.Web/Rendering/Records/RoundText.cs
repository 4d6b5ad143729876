using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary>What to call a round, which has no name of its own.</summary>
public static class RoundText
{
    /// <summary>"Seed round of 2025", "Round reported about Apr 2026", "Round without a date".</summary>
    public static string TitleOf(FundingRoundItem round)
    {
        if (round.Unspecified)
        {
            return "Backing, round not stated";
        }

        var name = round.Stage switch
        {
            null or FundingStage.Other => "Round",
            >= FundingStage.SeriesA and <= FundingStage.SeriesF => Labels.Begin(Labels.Of(round.Stage.Value)),
            _ => Labels.Begin(Labels.Of(round.Stage.Value)) + " round",
        };
        return (round.AnnouncedOn ?? round.ClosedOn, round.ReportedOn) switch
        {
            ({ } on, _) => $"{name} of {on.ToDisplay()}",
            (_, { } on) => $"{name} reported {on.ToDisplay()}",
            _ when round.Stage is null => "Round without a date",
            _ => name,
        };
    }

    /// <summary>As another round mentions it: "$10 bn, in progress"; "an undisclosed sum".</summary>
    public static string Of(RoundLink round) =>
        (round.Amount?.Text ?? "an undisclosed sum") + (round.Status is { } status ? $", {Labels.Of(status)}" : "");

    /// <summary>When it was announced; where that is not known, closed, or at least reported.</summary>
    public static PartialDate? DateOf(FundingRoundItem round) => round.AnnouncedOn ?? round.ClosedOn ?? round.ReportedOn;

    /// <summary>The field that <see cref="DateOf"/> is of.</summary>
    public static string DateFieldOf(FundingRoundItem round) => round switch
    {
        { AnnouncedOn: not null } => "announcedOn",
        { ClosedOn: not null } => "closedOn",
        { ReportedOn: not null } => "reportedOn",
        _ => "announcedOn",
    };

    /// <summary>How much of the amount announced is filed as sold: "82% of it"; null where there is nothing to compare.</summary>
    public static string? ShareFiled(FundingRoundItem round) =>
        round is { AnnouncedOn: not null, Amount: { Currency: "USD", Value: > 0 } announced, Filed.Sold.Value: var sold }
            ? FormattableString.Invariant($"{100 * sold / announced.Value:0}% of it")
            : null;

    public static bool Counts(FundingRoundItem round) => !round.Unspecified && round.SupersededBy is null && round.Status != FundingStatus.Cancelled;
}
