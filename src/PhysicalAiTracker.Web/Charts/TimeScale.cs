using System.Globalization;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Charts;

/// <summary>Places days along a chart, and names some of them below it.</summary>
/// <param name="left">Where the axis begins, in units of the drawing.</param>
/// <param name="right">Where it ends.</param>
internal sealed class TimeScale(DateOnly first, DateOnly last, double left, double right)
{
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 60, 120];

    private const int MostTicks = 8;

    private readonly DateOnly _from = new(first.Year, first.Month, 1);
    private readonly DateOnly _to = new DateOnly(last.Year, last.Month, 1).AddMonths(1);

    /// <summary>A scale with room around all the dates.</summary>
    public static TimeScale Around(IEnumerable<PartialDate> dates, double left, double right)
    {
        var all = dates.ToList();
        var (first, last) = (all.Min(date => date.Earliest), all.Max(date => date.Latest));
        // A single day or month would fill the whole axis; a quarter on either side leaves it in the middle.
        var margin = last.DayNumber - first.DayNumber < 100 ? 3 : 1;
        return new TimeScale(first.AddMonths(-margin), last.AddMonths(margin), left, right);
    }

    public double Of(DateOnly day) => left + ((right - left) * (day.DayNumber - _from.DayNumber) / (_to.DayNumber - _from.DayNumber));

    /// <summary>The middle of what the date may mean.</summary>
    public double Of(PartialDate date) => (Of(date.Earliest) + Of(date.Latest.AddDays(1))) / 2;

    /// <summary>The two ends of what the date may mean.</summary>
    public (double From, double To) SpanOf(PartialDate date) => (Of(date.Earliest), Of(date.Latest.AddDays(1)));

    /// <summary>First days of months or years, evenly apart, with their names; the year where it begins.</summary>
    public IEnumerable<(double At, string Text)> Ticks()
    {
        var months = ((_to.Year - _from.Year) * 12) + _to.Month - _from.Month;
        var step = Steps.FirstOrDefault(candidate => months / candidate < MostTicks, 240);
        var year = 0;
        for (var day = FirstTick(step); day < _to; day = day.AddMonths(step))
        {
            yield return (Of(day), day.ToString(step >= 12 ? "yyyy" : day.Year == year ? "MMM" : "MMM yyyy", CultureInfo.InvariantCulture));
            year = day.Year;
        }
    }

    private DateOnly FirstTick(int step)
    {
        var months = (_from.Year * 12) + _from.Month - 1;
        var first = (months + step - 1) / step * step;
        return new DateOnly(first / 12, (first % 12) + 1, 1);
    }
}
