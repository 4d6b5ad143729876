using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Funding;

namespace PhysicalAiTracker.Core.Insights.Capital;

/// <summary>A sum with what it leaves out.</summary>
/// <param name="Usd">US dollars.</param>
/// <param name="Rounds">Rounds in the sum; a round shared by several placements is one in each of them.</param>
/// <param name="Undisclosed">Rounds of unknown amount, or in a currency without a rate: counted, never summed as zero.</param>
/// <param name="SharedUsd">The part of <paramref name="Usd"/> that comes from rounds split between placements.</param>
/// <param name="Shared">Rounds among both counts that are split between placements.</param>
public sealed record CapitalSum(decimal Usd, int Rounds, int Undisclosed, decimal SharedUsd, int Shared)
{
    public static CapitalSum None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Rounds, with and without a sum.</summary>
    public int AllRounds => Rounds + Undisclosed;
}

/// <summary>Sums by kind of money, which are never added to one another.</summary>
/// <param name="Companies">Companies with at least one of these rounds.</param>
public sealed record CapitalSums(
    int Companies, CapitalSum Raised, CapitalSum Open, CapitalSum ComputeCredit, CapitalSum Commitment, CapitalSum Secondary, CapitalSum Superseded)
{
    public static CapitalSums None { get; } = new(0, CapitalSum.None, CapitalSum.None, CapitalSum.None, CapitalSum.None, CapitalSum.None, CapitalSum.None);

    public CapitalSum Of(CapitalMeasure measure) => measure switch
    {
        CapitalMeasure.Raised => Raised,
        CapitalMeasure.Open => Open,
        CapitalMeasure.ComputeCredit => ComputeCredit,
        CapitalMeasure.Commitment => Commitment,
        CapitalMeasure.Secondary => Secondary,
        _ => Superseded,
    };
}

/// <summary>Capital behind one placement.</summary>
/// <param name="Placement">Null for companies about which there is no claim.</param>
public sealed record PlacementCapital(Placement? Placement, CapitalSums Capital);

/// <summary>Capital by placement where only the claims about one plane count.</summary>
public sealed record PlaneCapital(Plane Plane, IReadOnlyList<PlacementCapital> Placements);

/// <summary>Capital of one year.</summary>
/// <param name="Year">Null for rounds without a date.</param>
public sealed record YearCapital(int? Year, CapitalSums Total, IReadOnlyList<PlacementCapital> Placements);

/// <summary>Capital of one stage.</summary>
/// <param name="Stage">Null where no source states it.</param>
public sealed record StageCapital(FundingStage? Stage, CapitalSums Total, IReadOnlyList<PlacementCapital> Placements);

/// <summary>Who is behind which placement, with how much.</summary>
/// <param name="AsOf">The day of the figures (UTC).</param>
/// <param name="Rule">How they are made, for a person to read.</param>
/// <param name="Plane">The plane whose claims place a company; null for all planes together.</param>
/// <param name="Total">Each round once. The placements' dollars add up to it, kind by kind.</param>
public sealed record CapitalReport(
    DateOnly AsOf,
    string Rule,
    Plane? Plane,
    CapitalSums Total,
    IReadOnlyList<PlacementCapital> Placements,
    IReadOnlyList<PlaneCapital> Planes,
    IReadOnlyList<YearCapital> Years,
    IReadOnlyList<StageCapital> Stages);

/// <summary>A round behind a figure, with the part of it that the figure has.</summary>
/// <param name="SharedBy">Between how many placements the round is split; 1 where it is whole.</param>
/// <param name="Usd">The part in US dollars; null where the amount is undisclosed.</param>
public sealed record CapitalPart(FundingRoundItem Round, CapitalMeasure Measure, int SharedBy, decimal? Usd);

/// <summary>The rounds behind a figure.</summary>
/// <param name="Sum">Of all of them, listed or not.</param>
/// <param name="Total">How many there are; at most <see cref="CapitalQueries.MostRows"/> are listed, the newest first.</param>
public sealed record CapitalRows(DateOnly AsOf, string Rule, CapitalSum Sum, int Total, IReadOnlyList<CapitalPart> Items);
