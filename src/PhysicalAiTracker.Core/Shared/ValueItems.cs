namespace PhysicalAiTracker.Core.Shared;

/// <summary>Money as programs get it.</summary>
/// <param name="Value">In the currency's units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Usd">In US dollars; null where no rate is known.</param>
/// <param name="Qualifier">How the source limits the figure.</param>
/// <param name="UsdRateOn">Day of the exchange rate; null for US dollars themselves.</param>
/// <param name="Text">For a person: "$10 bn".</param>
public sealed record MoneyItem(decimal Value, string Currency, decimal? Usd, Qualifier Qualifier, DateOnly? UsdRateOn, string Text)
{
    /// <summary>Null stays null: undisclosed is never zero.</summary>
    public static MoneyItem? Of(Money? money) => money is null
        ? null
        : new MoneyItem(money.Value, money.Currency, money.Usd, money.Qualifier, money.UsdRateOn, money.ToDisplay());
}

/// <summary>A count or share as programs get it.</summary>
/// <param name="High">The upper end of a range; null for a single value.</param>
/// <param name="Text">For a person: "more than 120 people".</param>
public sealed record QuantityItem(decimal Value, decimal? High, string Unit, Qualifier Qualifier, string Text)
{
    public static QuantityItem? Of(Quantity? quantity) => quantity is null
        ? null
        : new QuantityItem(Plain(quantity.Value), quantity.High is { } high ? Plain(high) : null, quantity.Unit, quantity.Qualifier, quantity.ToDisplay());

    /// <summary>SQLite gives 120 back as 120.0.</summary>
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}
