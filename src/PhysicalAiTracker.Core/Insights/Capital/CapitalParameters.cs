using System.Globalization;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Capital;

/// <summary>The parameters of capital, and what they mean.</summary>
public static class CapitalParameters
{
    public const string In = "in";
    public const string Out = "out";

    /// <summary>Companies about which there is no claim.</summary>
    public const string NoClaim = "no-claim";

    /// <summary>Rounds without a date.</summary>
    public const string Undated = "undated";

    /// <summary>Rounds whose stage no source states.</summary>
    public const string NotStated = "not-stated";

    private static readonly string[] Switch = [In, Out];

    public static Parameter Plane { get; } = new("plane", "Only claims about this plane place a company; all planes together unless given.", Words.All<Plane>(), Many: false);

    public static Parameter Rumored { get; } = new("rumored", "Whether rounds count that are rumoured, in talks, or whose status no source states. In unless given.", Switch, Many: false);

    public static Parameter InProgress { get; } = new("inProgress", "Whether rounds in progress count. In unless given.", Switch, Many: false);

    public static Parameter Superseded { get; } = new("superseded", "Whether superseded rounds are shown, apart from all totals. Out unless given.", Switch, Many: false);

    /// <summary>Of the report.</summary>
    public static IReadOnlyList<Parameter> All { get; } = [Plane, Rumored, InProgress, Superseded];

    public static Parameter Measure { get; } = new("measure", "Kind of money; any unless given.", Words.All<CapitalMeasure>(), Many: false);

    public static Parameter Placement { get; } = new("placement", "The placement whose part of each round is meant; whole rounds unless given.", [.. Words.All<Placement>(), NoClaim], Many: false);

    public static Parameter Year { get; } = new("year", "Year of the announcement, else of the closing or the report; “undated” for rounds without a date.", [], Many: false, Example: "2025");

    public static Parameter Stage { get; } = new("stage", "Standardised stage.", [.. Words.All<FundingStage>(), NotStated], Many: false);

    /// <summary>Of the rounds behind a figure.</summary>
    public static IReadOnlyList<Parameter> Rows { get; } = [.. All, Measure, Placement, Year, Stage];

    public static CapitalOptions ReadOptions(InsightInput input) => new(
        input.Words<Plane>(Plane)?[0],
        input.One(Rumored) != Out,
        input.One(InProgress) != Out,
        input.One(Superseded) == In);

    public static CapitalCell ReadCell(InsightInput input)
    {
        var (placement, year, stage) = (input.One(Placement), input.One(Year), input.One(Stage));
        var number = 0;
        if (year is not null and not Undated && !(int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1900 and <= 2199))
        {
            input.Report(Year, $"is neither a year from 1900 to 2199 nor “{Undated}”");
        }

        return new CapitalCell(
            input.Words<CapitalMeasure>(Measure)?[0],
            placement is not null,
            placement is null or NoClaim ? null : Words.Parse<Placement>(placement),
            year is not null,
            year is null or Undated ? null : number,
            stage is not null,
            stage is null or NotStated ? null : Words.Parse<FundingStage>(stage));
    }
}
