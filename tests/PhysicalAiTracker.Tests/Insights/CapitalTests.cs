using System.Globalization;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Insights;

public sealed class CapitalTests
{
    private static readonly string[] Rich =
    [
        World.Company("Alder"), World.Company("Birch"), World.Company("Cedar"), World.Company("Dogwood"),
        World.Claim("#Alder", "control", "on-device"), World.Claim("#Alder", "training", "cloud"), World.Claim("#Alder", "inference", "hybrid"),
        World.Claim("#Birch", "control", "on-site"), World.Claim("#Birch", "training", "undisclosed"), World.Claim("#Birch", "planning", "cloud", ", 'validTo': '2020'"),
        World.Claim("#Cedar", "inference", "undisclosed"),
        World.Round("#Alder", ", 'amount': 'USD 100', 'status': 'closed', 'stage': 'seed', 'announcedOn': '2024-03'"),
        """{ 'record': 'funding-round', 'ref': 'told', 'set': { 'company': '#Alder', 'amount': 'USD 7 m', 'status': 'in-talks', 'reportedOn': '2025-01' } }""",
        World.Round("#Alder", ", 'amount': 'USD 9 m', 'status': 'announced', 'stage': 'series-a', 'announcedOn': '2025-06', 'supersedes': '#told'"),
        World.Round("#Alder", ", 'amount': 'USD 3 m', 'instrument': 'compute-credit', 'status': 'announced', 'closedOn': '2025'"),
        World.Round("#Birch", ", 'status': 'announced', 'announcedOn': '2025'"),
        World.Round("#Birch", ", 'amount': 'USD 4 m', 'instrument': 'commitment', 'status': 'rumored'"),
        World.Round("#Cedar", ", 'amount': 'USD 5 m', 'status': 'in-progress', 'reportedOn': '2026'"),
        World.Round("#Cedar", ", 'amount': 'USD 6 m', 'instrument': 'secondary', 'status': 'closed'"),
        World.Round("#Dogwood", ", 'amount': 'EUR 8 m', 'status': 'closed'"),
        World.Round("#Dogwood", ", 'amount': 'USD 1 m'"),
    ];

    [Theory, EachDatabase]
    public async Task The_documented_example_comes_out_as_documented(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        var companies = DocumentTable.Of("company", "claims");
        var claims = from row in companies
                     from claim in row[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                     let words = claim.Split(' ')
                     select World.Claim('#' + row[0], words[0], words[1]);
        var rounds = DocumentTable.Of("company", "status", "instrument", "amount in USD").Select(row => World.Round(
            '#' + row[0], $", 'status': '{row[1]}'{(row[2].Length > 0 ? $", 'instrument': '{row[2]}'" : "")}{(row[3] == "undisclosed" ? "" : $", 'amount': {{ 'value': {row[3]}, 'currency': 'USD' }}")}"));
        await world.PublishAsync([.. companies.Select(row => World.Company(row[0])), .. claims, .. rounds]);

        var report = await ReportAsync(world, new CapitalOptions());

        var lines = report.Placements.Select(line => (Name: line.Placement is { } placement ? Words.Of(placement) : "no-claim", line.Capital)).Append((Name: "total", Capital: report.Total));
        lines.Select(line => new[]
        {
            line.Name, Digits(line.Capital.Raised.Usd), Digits(line.Capital.Raised.Rounds), Digits(line.Capital.Raised.Undisclosed), Digits(line.Capital.Open.Usd), Digits(line.Capital.ComputeCredit.Usd),
        }).Should().BeEquivalentTo(DocumentTable.Of("placement", "raised", "rounds", "undisclosed", "not closed", "compute credits"), options => options.WithStrictOrdering());
    }

    [Theory, EachDatabase]
    public async Task The_rows_behind_each_figure_are_the_figure(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync(Rich);
        var options = new CapitalOptions(Superseded: true);
        var report = await ReportAsync(world, options);
        var figures = Figures(report.Placements, options, new CapitalCell()).Concat(Figures(report.Total, options, new CapitalCell()))
            .Concat(report.Planes.SelectMany(plane => Figures(plane.Placements, options with { Plane = plane.Plane }, new CapitalCell())))
            .Concat(report.Years.SelectMany(year => Figures(year.Placements, options, new CapitalCell(HasYear: true, Year: year.Year)).Concat(Figures(year.Total, options, new CapitalCell(HasYear: true, Year: year.Year)))))
            .Concat(report.Stages.SelectMany(stage => Figures(stage.Placements, options, new CapitalCell(HasStage: true, Stage: stage.Stage)))).ToList();

        figures.Should().HaveCountGreaterThan(40);
        foreach (var (sum, asked, cell) in figures)
        {
            var rows = await world.ReadAsync<CapitalQueries, CapitalRows>(capital => capital.RowsAsync(asked, cell, CancellationToken.None));
            rows.Sum.Should().Be(sum, "of {0}, {1}", asked, cell);
            rows.Items.Sum(part => part.Usd ?? 0).Should().Be(sum.Usd);
            rows.Items.Should().HaveCount(sum.AllRounds);
        }
    }

    [Theory, EachDatabase]
    public async Task Placements_add_up_to_the_total_and_kinds_of_money_stay_apart(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync(Rich);

        var report = await ReportAsync(world, new CapitalOptions());

        foreach (var lines in report.Planes.Select(plane => plane.Placements).Append(report.Placements))
        {
            foreach (var measure in Enum.GetValues<CapitalMeasure>())
            {
                lines.Sum(line => line.Capital.Of(measure).Usd).Should().Be(report.Total.Of(measure).Usd);
            }
        }

        report.Total.Raised.Should().Be(new CapitalSum(9_000_100m, 2, 2, 0, 0), "euros without a rate and the undisclosed round are rounds without dollars");
        report.Total.Open.Should().Be(new CapitalSum(6_000_000m, 2, 0, 0, 0), "what was told again as announced counts once");
        report.Total.ComputeCredit.Usd.Should().Be(3_000_000m);
        report.Total.Commitment.Usd.Should().Be(4_000_000m);
        report.Total.Secondary.Usd.Should().Be(6_000_000m);
        report.Total.Superseded.AllRounds.Should().Be(0);
        var onDevice = report.Placements.Single(line => line.Placement == Placement.OnDevice).Capital;
        onDevice.Raised.Should().Be(new CapitalSum(3_000_033.34m, 2, 0, 3_000_033.34m, 2), "a third, with the odd cent");
        report.Placements.Select(line => line.Placement).Should().Equal(Placement.OnDevice, Placement.OnSite, Placement.Cloud, Placement.Hybrid, Placement.Undisclosed, null);
    }

    [Theory, EachDatabase]
    public async Task Switches_take_rounds_in_and_out(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync(Rich);

        (await ReportAsync(world, new CapitalOptions(Rumored: false))).Total.Open.Usd.Should().Be(5_000_000m);
        (await ReportAsync(world, new CapitalOptions(Rumored: false))).Total.Commitment.Usd.Should().Be(0);
        (await ReportAsync(world, new CapitalOptions(InProgress: false))).Total.Open.Usd.Should().Be(1_000_000m);
        (await ReportAsync(world, new CapitalOptions(Superseded: true))).Total.Superseded.Usd.Should().Be(7_000_000m);
        (await ReportAsync(world, new CapitalOptions(Superseded: true))).Total.Raised.Usd.Should().Be(9_000_100m);
        var years = (await ReportAsync(world, new CapitalOptions())).Years;
        years.Select(year => year.Year).Should().Equal(2026, 2025, 2024, null);
        years.Single(year => year.Year == 2025).Total.ComputeCredit.Usd.Should().Be(3_000_000m);
        (await ReportAsync(world, new CapitalOptions())).Stages.Select(stage => stage.Stage).Should().Equal(FundingStage.Seed, FundingStage.SeriesA, null);
    }

    private static Task<CapitalReport> ReportAsync(World world, CapitalOptions options) =>
        world.ReadAsync<CapitalQueries, CapitalReport>(capital => capital.ReportAsync(options, CancellationToken.None));

    private static IEnumerable<(CapitalSum Sum, CapitalOptions Options, CapitalCell Cell)> Figures(IEnumerable<PlacementCapital> lines, CapitalOptions options, CapitalCell cell) =>
        lines.SelectMany(line => Figures(line.Capital, options, cell with { HasPlacement = true, Placement = line.Placement }));

    private static IEnumerable<(CapitalSum Sum, CapitalOptions Options, CapitalCell Cell)> Figures(CapitalSums sums, CapitalOptions options, CapitalCell cell) =>
        Enum.GetValues<CapitalMeasure>().Select(measure => (sums.Of(measure), options, cell with { Measure = measure }));

    private static string Digits(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
