using System.Globalization;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>A number as its source gave it, with the room that its wording leaves.</summary>
/// <param name="High">Upper end of a range; null for a single number.</param>
/// <param name="Unit">Currency code, or what is counted.</param>
/// <param name="Usd">US dollars that a unit of the currency was worth; null where no rate is known.</param>
internal sealed record Figure(decimal Value, decimal? High, string Unit, Qualifier Qualifier, bool IsMoney = false, decimal? Usd = null)
{
    /// <summary>Press figures have at least so many significant digits: 10 bn means 9.5 to 10.5 and not 5 to 15.</summary>
    private const int LeastDigits = 2;

    /// <summary>What “about” adds to the room, as a share of the figure.</summary>
    private const decimal AboutShare = 0.1m;

    private static readonly (decimal Size, string Word)[] Scales = [(1e12m, "tn"), (1e9m, "bn"), (1e6m, "m")];

    public bool IsBound => Qualifier is Qualifier.MoreThan or Qualifier.AtLeast or Qualifier.LessThan or Qualifier.AtMost;

    /// <summary>Half of the last significant digit; ten per cent where the source says “about”.</summary>
    public decimal Tolerance => Qualifier == Qualifier.About ? Math.Max(HalfDigit(Value), Value * AboutShare) : HalfDigit(Value);

    /// <summary>The least and the most that the wording allows, rounding aside.</summary>
    public (decimal Low, decimal High) Span => Qualifier switch
    {
        Qualifier.MoreThan or Qualifier.AtLeast => (Value, decimal.MaxValue),
        Qualifier.LessThan or Qualifier.AtMost => (0, Value),
        _ => (Value, High ?? Value),
    };

    public static Figure Of(Money money) => new(
        money.Value, null, money.Currency, money.Qualifier, IsMoney: true,
        money.UsdMinor is { } cents && money.Value > 0 ? cents / 100m / money.Value : null);

    public static Figure Of(Quantity quantity) => new(quantity.Value, quantity.High, quantity.Unit, quantity.Qualifier);

    /// <summary>Half of the last digit that is not a mere zero.</summary>
    public static decimal HalfDigit(decimal value)
    {
        if (value == 0)
        {
            return 0;
        }

        var (digits, unit) = (value, 1m);
        while (digits != decimal.Truncate(digits))
        {
            (digits, unit) = (digits * 10, unit / 10);
        }

        while (digits % 10 == 0)
        {
            (digits, unit) = (digits / 10, unit * 10);
        }

        for (var count = digits.ToString("0", CultureInfo.InvariantCulture).Length; count < LeastDigits; count++)
        {
            unit /= 10;
        }

        return unit / 2;
    }

    /// <summary>In US dollars; null where no rate is known.</summary>
    /// <param name="rates">Rates that other figures of the subject came with, by currency.</param>
    public Figure? ToUsd(IReadOnlyDictionary<string, decimal> rates) => Unit == "USD" ? this
        : (Usd ?? (rates.TryGetValue(Unit, out var known) ? known : null)) is { } rate ? this with { Value = Value * rate, High = High * rate, Unit = "USD", Usd = 1 } : null;

    public override string ToString() => Prefix + Text(Value, Unit, IsMoney) + (High is { } high ? " to " + Text(high, Unit, IsMoney) : "");

    private string Prefix => QualifierPhrases.Before(Qualifier);

    /// <summary>“USD 2.675 bn”, “120 people”: no digit is dropped but those behind the third of a converted sum.</summary>
    public static string Text(decimal value, string unit, bool money)
    {
        var (size, word) = money ? Scales.FirstOrDefault(scale => value >= scale.Size) : default;
        var number = size == 0 ? value.ToString("#,##0.##", CultureInfo.InvariantCulture) : (value / size).ToString("0.####", CultureInfo.InvariantCulture) + " " + word;
        return money ? $"{unit} {number}" : $"{number} {unit}";
    }
}
