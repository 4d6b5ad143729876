using System.Globalization;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Rendering.Insights;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary>A bar of the capital chart.</summary>
/// <param name="Placement">Null for no claim.</param>
/// <param name="Apart">Whether it tells of no placement: undisclosed, no claim.</param>
public sealed record CapitalRow(Placement? Placement, bool Apart, CapitalSums Capital)
{
    /// <summary>The placement's class.</summary>
    public string Word => CapitalView.WordOf(Placement);

    public string Label => Labels.Of(Word);

    public int Undisclosed => Capital.Raised.Undisclosed + Capital.Open.Undisclosed;

    /// <summary>A row for each placement, empty ones too, and for no claim where there is such capital.</summary>
    public static IReadOnlyList<CapitalRow> All(IReadOnlyList<PlacementCapital> capital)
    {
        var rows = Enum.GetValues<Placement>().Select(placement => new CapitalRow(
            placement, placement == Core.Architecture.Placement.Undisclosed, capital.FirstOrDefault(row => row.Placement == placement)?.Capital ?? CapitalSums.None));
        var unclaimed = capital.Where(row => row.Placement is null).Select(row => new CapitalRow(null, true, row.Capital));
        return [.. rows.Concat(unclaimed).OrderBy(row => row.Apart)];
    }

    public string RaisedLength(decimal most) => Length(Capital.Raised.Usd, most);

    public string OpenLength(decimal most) => Length(Capital.Open.Usd, most);

    /// <summary>Of a hundred; what is there at all can be seen.</summary>
    private static string Length(decimal usd, decimal most) =>
        usd == 0 ? "0" : Math.Max(0.5m, usd * 100 / most).ToString("0.#", CultureInfo.InvariantCulture);
}
