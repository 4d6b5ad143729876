using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>
/// An amount of money as its source gave it, with its worth in US dollars where a rate is known. Undisclosed is null, never
/// zero.
/// </summary>
public sealed record Money
{
    /// <summary>Largest amount, in minor units; enough for any economy and short of overflow when rows are summed.</summary>
    public const long MaxMinor = 92_000_000_000_000_000;

    // Private so that amounts only come from the checked factories; the database binds to it by the parameters' names.
    private Money(long minor, string currency, Qualifier qualifier, long? usdMinor, DateOnly? usdRateOn) =>
        (Minor, Currency, Qualifier, UsdMinor, UsdRateOn) = (minor, currency, qualifier, usdMinor, usdRateOn);

    /// <summary>Whole minor units of the currency: cents for USD, yen for JPY.</summary>
    public long Minor { get; private init; }

    /// <summary>ISO 4217 code, upper case.</summary>
    public string Currency { get; private init; }

    public Qualifier Qualifier { get; private init; }

    /// <summary>Worth in US cents; the amount itself for USD, null where no rate is known.</summary>
    public long? UsdMinor { get; private init; }

    /// <summary>Day of the exchange rate; null for USD itself.</summary>
    public DateOnly? UsdRateOn { get; private init; }

    /// <summary>The amount in the currency's units.</summary>
    public decimal Value => InUnits(Minor, AmountReader.WholePowerOfTen(Currencies.DigitsOf(Currency)));

    /// <summary>Worth in US dollars; null where no rate is known.</summary>
    internal decimal? Usd => UsdMinor is { } cents ? InUnits(cents, 100) : null;

    /// <summary>For amounts known to be right, in code and tests.</summary>
    /// <exception cref="ArgumentException"><see cref="Create"/> would refuse it.</exception>
    public static Money Of(
        decimal value, string currency, Qualifier qualifier = Qualifier.Exactly, decimal? usd = null, DateOnly? rateOn = null) =>
        Create(value, currency, qualifier, usd, rateOn, out var problem) ?? throw new ArgumentException(problem, nameof(value));

    /// <summary>
    /// From the columns that it is stored in, for projections: Entity Framework builds the whole entity to hand its amount to a method. Null where there is none.
    /// </summary>
    internal static Money? Stored(long? minor, string? currency, Qualifier? qualifier, long? usdMinor, DateOnly? usdRateOn) =>
        minor is null ? null : new Money(minor.Value, currency!, qualifier!.Value, usdMinor, usdRateOn);

    /// <summary>From separate fields. Null, and what is wrong, where they do not make an amount.</summary>
    /// <param name="value">In the currency's units, with no more decimals than its minor unit has.</param>
    /// <param name="currency">ISO 4217 code, any case.</param>
    /// <param name="usd">Worth in US dollars; goes together with <paramref name="rateOn"/>, and is not needed for USD.</param>
    public static Money? Create(
        decimal value, string? currency, Qualifier qualifier, decimal? usd, DateOnly? rateOn, out string? problem)
    {
        var code = currency?.Trim().ToUpperInvariant();
        if (!Currencies.IsKnown(code))
        {
            problem = string.IsNullOrEmpty(code) ? "Name the currency." : $"\"{currency}\" is no currency code of ISO 4217.";
            return null;
        }

        if (!TryMinor(value, code, out var minor, out problem))
        {
            return null;
        }

        if (code == "USD")
        {
            problem = usd is not null && usd != value ? "An amount in US dollars is its own worth in US dollars."
                : rateOn is not null ? "An amount in US dollars needs no rate."
                : null;
            return problem is null ? new Money(minor, code, qualifier, minor, null) : null;
        }

        if (usd is null != rateOn is null)
        {
            problem = usd is null ? "Give the worth in US dollars at that day's rate." : "Give the day of the exchange rate.";
            return null;
        }

        var usdMinor = 0L;
        return usd is not null && !TryMinor(usd.Value, "USD", out usdMinor, out problem)
            ? null
            : new Money(minor, code, qualifier, usd is null ? null : usdMinor, rateOn);
    }

    /// <summary>Reads an amount whose currency is written, such as "$10 bn" or "more than EUR 1.03bn".</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Money? money, [NotNullWhen(false)] out string? problem) =>
        TryParse(text, null, out money, out _, out problem);

    /// <summary>Reads an amount as the press writes it; otherwise says, for the person who typed it, what is wrong.</summary>
    /// <param name="defaultCurrency">Code for an amount without a currency; null refuses it.</param>
    /// <param name="currencyAssumed">True where the default was taken, which the reader must be shown.</param>
    public static bool TryParse(
        string? text, string? defaultCurrency, [NotNullWhen(true)] out Money? money, out bool currencyAssumed,
        [NotNullWhen(false)] out string? problem) =>
        MoneyText.TryParse(text, defaultCurrency, out money, out currencyAssumed, out problem);

    /// <summary>
    /// As a person reads it, rounded to two decimals: "$10 bn", "about €890 m", "JPY 150 bn". <see cref="ToExact"/> has all digits.
    /// </summary>
    public string ToDisplay() => QualifierPhrases.Before(Qualifier) + MoneyText.Short(this);

    /// <summary>All digits: "USD 10,000,000,000", "more than EUR 12.50". Reads back as the same amount.</summary>
    public string ToExact()
    {
        var digits = Value == decimal.Truncate(Value) ? 0 : Currencies.DigitsOf(Currency);
        return $"{QualifierPhrases.Before(Qualifier)}{Currency} {Value.ToString("N" + digits, CultureInfo.InvariantCulture)}";
    }

    public override string ToString() => ToExact();

    /// <summary>To divide decimals takes longer, and nearly all amounts are whole.</summary>
    internal static decimal InUnits(long minor, long unit)
    {
        var (whole, rest) = Math.DivRem(minor, unit);
        return rest == 0 ? whole : minor / (decimal)unit;
    }

    private static bool TryMinor(decimal value, string code, out long minor, [NotNullWhen(false)] out string? problem)
    {
        minor = 0;
        var digits = Currencies.DigitsOf(code);
        var unit = AmountReader.PowerOfTen(digits);
        if (value < 0)
        {
            problem = "A figure is never negative.";
        }
        else if (value > MaxMinor / unit)
        {
            problem = "The amount is too large.";
        }
        else if (value * unit != decimal.Truncate(value * unit))
        {
            problem = digits == 0 ? $"{code} has no decimals." : $"{code} has only {digits} decimals.";
        }
        else
        {
            minor = (long)(value * unit);
            problem = null;
        }

        return problem is null;
    }
}
