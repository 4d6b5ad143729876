using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Funding;

namespace PhysicalAiTracker.Core.Insights.Capital;

/// <summary>What kind of money a round is; each round is exactly one of them.</summary>
public enum CapitalMeasure
{
    /// <summary>Cash of announced, partially closed and closed rounds.</summary>
    Raised,

    /// <summary>Cash that is rumoured, talked about or in progress.</summary>
    Open,

    /// <summary>The right to use somebody's compute, whatever the round's status.</summary>
    ComputeCredit,

    /// <summary>Promised for later, on conditions, whatever the round's status.</summary>
    Commitment,

    /// <summary>Shares that changed hands: nothing came to the company.</summary>
    Secondary,

    /// <summary>Told again by a later round; in no total.</summary>
    Superseded,
}

/// <summary>What a view of capital counts.</summary>
/// <param name="Plane">Only the claims about this plane place a company; null takes all planes together.</param>
/// <param name="Rumored">Whether rounds count that are rumoured, in talks, or whose status no source states.</param>
/// <param name="InProgress">Whether rounds in progress count.</param>
/// <param name="Superseded">Whether superseded rounds are shown, apart.</param>
public sealed record CapitalOptions(Plane? Plane = null, bool Rumored = true, bool InProgress = true, bool Superseded = false);

/// <summary>Which of the rounds behind a view are meant; null means any.</summary>
/// <param name="Placement">With <see cref="HasPlacement"/>: null is the companies without a claim.</param>
/// <param name="Year">With <see cref="HasYear"/>: null is rounds without a date.</param>
/// <param name="Stage">With <see cref="HasStage"/>: null is rounds whose stage is not stated.</param>
public sealed record CapitalCell(
    CapitalMeasure? Measure = null,
    bool HasPlacement = false,
    Placement? Placement = null,
    bool HasYear = false,
    int? Year = null,
    bool HasStage = false,
    FundingStage? Stage = null);
