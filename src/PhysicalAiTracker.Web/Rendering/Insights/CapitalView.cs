using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Rendering.Insights;

/// <summary>Capital in words, and where the rounds behind each figure are.</summary>
public static class CapitalView
{
    public const string Page = "/insights/capital";

    /// <summary>"$10 bn".</summary>
    public static string Text(CapitalSum sum) => Money.Of(decimal.Round(sum.Usd, 2), "USD").ToDisplay();

    public static string Exact(CapitalSum sum) => string.Create(CultureInfo.InvariantCulture, $"USD {sum.Usd:#,##0.##} in {Labels.Count(sum.Rounds, "round")}");

    /// <summary>As a column's head: "raised", "not closed".</summary>
    public static string Of(CapitalMeasure measure) => measure switch
    {
        CapitalMeasure.Raised => "raised",
        CapitalMeasure.Open => "not closed",
        CapitalMeasure.ComputeCredit => "compute credits",
        CapitalMeasure.Commitment => "commitments",
        CapitalMeasure.Secondary => "secondary sales",
        _ => "superseded",
    };

    /// <summary>"2 rounds, 1 shared".</summary>
    public static string Rounds(CapitalSum sum) => Labels.Count(sum.AllRounds, "round") + (sum.Shared switch
    {
        0 => "",
        _ when sum.Shared == sum.AllRounds => ", shared",
        _ => $", {sum.Shared} shared",
    });

    public static string WordOf(Placement? placement) => placement is { } named ? Words.Of(named) : CapitalParameters.NoClaim;

    public static string LabelOf(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "no date";

    public static string LabelOf(FundingStage? stage) => stage is { } known ? Labels.Begin(Labels.Of(known)) : "Not stated";

    /// <summary>The page with these options.</summary>
    public static string Link(CapitalOptions options) => Page + Query(options, new CapitalCell());

    /// <summary>The rounds behind a figure.</summary>
    public static string Link(CapitalOptions options, CapitalCell cell) => Page + "/rounds" + Query(options, cell);

    private static string Query(CapitalOptions options, CapitalCell cell)
    {
        var query = new QueryBuilder();
        void Add(bool given, string name, string value)
        {
            if (given)
            {
                query.Add(name, value);
            }
        }

        Add(options.Plane is not null, CapitalParameters.Plane.Name, options.Plane is { } plane ? Words.Of(plane) : "");
        Add(!options.Rumored, CapitalParameters.Rumored.Name, CapitalParameters.Out);
        Add(!options.InProgress, CapitalParameters.InProgress.Name, CapitalParameters.Out);
        Add(options.Superseded, CapitalParameters.Superseded.Name, CapitalParameters.In);
        Add(cell.HasPlacement, CapitalParameters.Placement.Name, WordOf(cell.Placement));
        Add(cell.HasYear, CapitalParameters.Year.Name, cell.Year?.ToString(CultureInfo.InvariantCulture) ?? CapitalParameters.Undated);
        Add(cell.HasStage, CapitalParameters.Stage.Name, cell.Stage is { } stage ? Words.Of(stage) : CapitalParameters.NotStated);
        Add(cell.Measure is not null, CapitalParameters.Measure.Name, cell.Measure is { } measure ? Words.Of(measure) : "");
        return query.ToQueryString().Value!;
    }
}

/// <summary>The figures of one cell, and what leads to their rounds.</summary>
public sealed record CapitalCellView(CapitalSums? Capital, CapitalOptions Options, CapitalCell Cell);

/// <summary>A row of a table of capital by placement.</summary>
/// <param name="Total">Null where the table has no column for it.</param>
public sealed record CapitalGridRow(string Label, IReadOnlyList<PlacementCapital> Placements, CapitalSums? Total, CapitalOptions Options, CapitalCell Cell);

/// <summary>A table of capital: placements across, something else down.</summary>
/// <param name="Head">What is down: "Year".</param>
public sealed record CapitalGrid(string Caption, string Head, IReadOnlyList<CapitalGridRow> Rows)
{
    public bool HasTotal => Rows.Any(row => row.Total is not null);

    /// <summary>The placements that occur; no claim last.</summary>
    public IReadOnlyList<Placement?> Columns => [.. Rows.SelectMany(row => row.Placements).Select(line => line.Placement).Distinct().OrderBy(placement => placement is null).ThenBy(placement => placement)];

    public static CapitalGrid ByPlane(CapitalReport report, CapitalOptions options) => new(
        "Capital by plane and placement, US dollars", "Plane",
        [.. report.Planes.Select(plane => new CapitalGridRow(Labels.Begin(Labels.Of(plane.Plane)), plane.Placements, null, options with { Plane = plane.Plane }, new CapitalCell()))]);

    public static CapitalGrid ByYear(CapitalReport report, CapitalOptions options) => new(
        "Capital by year and placement, US dollars", "Year",
        [.. report.Years.Select(year => new CapitalGridRow(CapitalView.LabelOf(year.Year), year.Placements, year.Total, options, new CapitalCell(HasYear: true, Year: year.Year)))]);

    public static CapitalGrid ByStage(CapitalReport report, CapitalOptions options) => new(
        "Capital by stage and placement, US dollars", "Stage",
        [.. report.Stages.Select(stage => new CapitalGridRow(CapitalView.LabelOf(stage.Stage), stage.Placements, stage.Total, options, new CapitalCell(HasStage: true, Stage: stage.Stage)))]);
}
