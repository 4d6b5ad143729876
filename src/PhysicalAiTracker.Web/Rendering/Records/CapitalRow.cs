using System.Globalization;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary>A bar of the capital chart.</summary>
/// <param name="Word">The placement's class; "no-claim" and "several" beside the placements.</param>
/// <param name="Apart">Whether it tells of no placement: undisclosed, no claim.</param>
public sealed record CapitalRow(string Word, string Label, bool Apart, int Companies, CapitalSum Raised, CapitalSum Open)
{
    private static readonly CapitalSum None = new(0, 0, 0);

    /// <summary>A row for each placement, empty ones too; several and no claim where there are such.</summary>
    public static IReadOnlyList<CapitalRow> All(IReadOnlyList<PlacementCapital> capital)
    {
        var rows = Enum.GetValues<Placement>().Select(placement => Of(
            Words.Of(placement), Labels.Of(placement), placement == Placement.Undisclosed, capital.FirstOrDefault(row => row.Placement == placement)));
        var several = capital.Where(row => row is { Placement: null, Several: true }).Select(row => Of("several", "several", false, row));
        var unclaimed = capital.Where(row => row is { Placement: null, Several: false }).Select(row => Of("no-claim", "no claim", true, row));
        return [.. rows.Concat(several).Concat(unclaimed).OrderBy(row => row.Apart)];
    }

    public string RaisedLength(decimal most) => Length(Raised.Usd, most);

    public string OpenLength(decimal most) => Length(Open.Usd, most);

    /// <summary>"$10 bn".</summary>
    public static string Text(CapitalSum sum) => Money.Of(decimal.Round(sum.Usd, 2), "USD").ToDisplay();

    public static string Exact(CapitalSum sum) => string.Create(CultureInfo.InvariantCulture, $"USD {sum.Usd:#,##0.##} in {Labels.Count(sum.Rounds, "round")}");

    private static CapitalRow Of(string word, string label, bool apart, PlacementCapital? row) =>
        new(word, label, apart, row?.Companies ?? 0, row?.Raised ?? None, row?.Open ?? None);

    /// <summary>Of a hundred; what is there at all can be seen.</summary>
    private static string Length(decimal usd, decimal most) =>
        usd == 0 ? "0" : Math.Max(0.5m, usd * 100 / most).ToString("0.#", CultureInfo.InvariantCulture);
}
