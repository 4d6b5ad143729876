using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Funding;

/// <summary>Sums, medians and quartiles of the rounds of a list. One statement reads a few columns of each round; all figures come from these.</summary>
internal sealed class FundingRoundSummary : Summary<FundingRound>
{
    private const string Sum = "sum";

    private const string Rule =
        "Superseded and cancelled rounds and backings whose round is not stated are in no group, so that no money counts twice. Cash raised (announced, partially closed, "
        + "closed) and cash not closed (rumoured, in talks, in progress, status not stated) are groups of their own, and so are compute credits, commitments and secondary sales. "
        + "Figures are in US dollars at the rate of each round, of what is disclosed; undisclosed values, and those in a currency without a rate, are counted beside and never zero. "
        + "A year is that of the first day the announcement may mean. Percentiles lie at rank p·(n−1) of the ordered values, counted from 0, with linear interpolation. "
        + "A sum of valuations has of each company the newest in the group; pre- and post-money stand as stated.";

    private static readonly Dictionary<string, decimal> Shares = new() { ["median"] = 0.5m, ["p25"] = 0.25m, ["p75"] = 0.75m };

    private static readonly Parameter Figures = new(
        ListDefinition.Aggregate, "Figures of amounts and valuations of the whole list, in the member aggregates.", [Sum, .. Shares.Keys], Example: Sum, Negatable: false);

    /// <summary>In the order in which a group's rounds are told apart by it: what is not on record comes last.</summary>
    private static readonly Dictionary<string, Func<Row, (int? Order, string? Text)>> Keys = new()
    {
        ["stage"] = row => ((int?)row.Stage, row.Stage is { } stage ? Words.Of(stage) : null),
        ["status"] = row => ((int?)row.Status, row.Status is { } status ? Words.Of(status) : null),
        ["instrument"] = row => ((int?)row.Instrument, row.Instrument is { } instrument ? Words.Of(instrument) : null),
        [Facets.Year] = row => (row.Announced?.Year, row.Announced?.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static readonly Parameter SplitBy = new(ListDefinition.By, "What the figures are split by; one group of each kind of money unless given. Needs aggregate.", [.. Keys.Keys], Example: "stage", Negatable: false);

    public override IReadOnlyList<Parameter> Parameters { get; } = [Figures, SplitBy];

    internal override Func<IQueryable<FundingRound>, CancellationToken, Task<AggregateReport>>? Read(FilterInput input)
    {
        var figures = input.Words(Figures);
        var by = input.Words(SplitBy);
        if (figures.Count == 0 && by.Count > 0)
        {
            input.Report(SplitBy, by[0], $"needs {Figures.Name} beside it");
        }

        return figures.Count == 0 ? null : (rows, cancellation) => ReportAsync(rows, figures, by, cancellation);
    }

    private static async Task<AggregateReport> ReportAsync(IQueryable<FundingRound> rounds, IReadOnlyList<string> figures, IReadOnlyList<string> by, CancellationToken cancellation)
    {
        var rows = await rounds.Select(r => new Row(r.Id, r.CompanyId, r.Stage, r.Status, r.Instrument, r.AnnouncedFrom, r.AmountUsdMinor, r.ValuationUsdMinor, r.Unspecified, r.SupersededBy != null))
            .ToListAsync(cancellation);
        var counted = rows.Where(row => !row.Unspecified)
            .Select(row => (Row: row, Money: CapitalRule.MeasureOf(row.Status, row.Instrument, row.Superseded, new CapitalOptions()), Keys: (IReadOnlyList<(int? Order, string? Text)>)[.. by.Select(name => Keys[name](row))]))
            .Where(row => row.Money is not null).ToList();
        var groups = counted.GroupBy(row => (Money: row.Money!.Value, Key: string.Join('\0', row.Keys.Select(key => key.Text))))
            .Select(group => (group.Key.Money, group.First().Keys, Rows: group.Select(row => row.Row).ToList()))
            .OrderBy(group => group.Money).ThenBy(group => group.Keys, Comparer<IReadOnlyList<(int? Order, string? Text)>>.Create(Compare));
        return new AggregateReport(
            Rule,
            by,
            [
                .. groups.Select(group => new AggregateGroup(
                    Words.Of(group.Money),
                    by.Zip(group.Keys, (name, key) => KeyValuePair.Create(name, key.Text)).ToDictionary(),
                    group.Rows.Count,
                    FiguresOf(group.Rows.Select(row => row.AmountCents), figures, cents => cents.Sum(cent => (decimal)cent)),
                    FiguresOf(group.Rows.Select(row => row.ValuationCents), figures, _ => NewestValuations(group.Rows)))),
            ],
            rows.Count - counted.Count);
    }

    private static AggregateFigures FiguresOf(IEnumerable<long?> values, IReadOnlyList<string> figures, Func<IReadOnlyList<long>, decimal> sum)
    {
        var all = values.ToList();
        var sorted = all.OfType<long>().Order().ToList();
        return new AggregateFigures(
            sorted.Count,
            all.Count - sorted.Count,
            figures.ToDictionary(name => name, name => sorted.Count == 0 ? (decimal?)null : name == Sum ? sum(sorted) / 100 : Percentiles.Of(sorted, Shares[name])));
    }

    /// <summary>Two valuations of one company at different times are no two companies.</summary>
    private static decimal NewestValuations(IEnumerable<Row> rows) => rows.Where(row => row.ValuationCents is not null).GroupBy(row => row.Company)
        .Sum(company => (decimal)company.OrderByDescending(row => row.Announced).ThenByDescending(row => row.Id).First().ValuationCents!.Value);

    private static int Compare(IReadOnlyList<(int? Order, string? Text)>? one, IReadOnlyList<(int? Order, string? Text)>? other) =>
        one!.Zip(other!, (left, right) => (left.Order ?? int.MaxValue).CompareTo(right.Order ?? int.MaxValue)).FirstOrDefault(order => order != 0);

    private sealed record Row(
        Guid Id,
        Guid Company,
        FundingStage? Stage,
        FundingStatus? Status,
        Instrument? Instrument,
        DateOnly? Announced,
        long? AmountCents,
        long? ValuationCents,
        bool Unspecified,
        bool Superseded);
}
