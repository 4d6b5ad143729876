using FsCheck;
using FsCheck.Fluent;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Tests.Shared;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("$10 bn", "USD 10,000,000,000")]
    [InlineData("USD 10 bn", "USD 10,000,000,000")]
    [InlineData("usd 10BN", "USD 10,000,000,000")]
    [InlineData("€890m", "EUR 890,000,000")]
    [InlineData("890m €", "EUR 890,000,000")]
    [InlineData("1,030,000,000 USD", "USD 1,030,000,000")]
    [InlineData("1 030 000 000 EUR", "EUR 1,030,000,000")]
    [InlineData("1\u00A0030\u202F000 EUR", "EUR 1,030,000")]
    [InlineData("US$ 1.2B", "USD 1,200,000,000")]
    [InlineData("USD $1.2B", "USD 1,200,000,000")]
    [InlineData("more than $10 billion", "more than USD 10,000,000,000")]
    [InlineData("More than  $10 billion", "more than USD 10,000,000,000")]
    [InlineData("about EUR 1.03bn", "about EUR 1,030,000,000")]
    [InlineData("~$5bn", "about USD 5,000,000,000")]
    [InlineData("over £3m", "more than GBP 3,000,000")]
    [InlineData("up to $2bn", "up to USD 2,000,000,000")]
    [InlineData("at least $2bn", "at least USD 2,000,000,000")]
    [InlineData("under $2bn", "less than USD 2,000,000,000")]
    [InlineData("$2bn+", "at least USD 2,000,000,000")]
    [InlineData("$2+ billion", "at least USD 2,000,000,000")]
    [InlineData(">=$2bn", "at least USD 2,000,000,000")]
    [InlineData("$300k", "USD 300,000")]
    [InlineData("$ 10 trillion", "USD 10,000,000,000,000")]
    [InlineData("2E+11 USD", "USD 200,000,000,000")]
    [InlineData("1.25e9 EUR", "EUR 1,250,000,000")]
    [InlineData("2EUR", "EUR 2")]
    [InlineData("$12.50", "USD 12.50")]
    [InlineData("$1.23456 k", "USD 1,234.56")]
    [InlineData("$0.5 bn", "USD 500,000,000")]
    [InlineData("10 billion US dollars", "USD 10,000,000,000")]
    [InlineData("$5m CAD", "CAD 5,000,000")]
    [InlineData("A$5m", "AUD 5,000,000")]
    [InlineData("¥10 bn JPY", "JPY 10,000,000,000")]
    [InlineData("¥10 bn yuan", "CNY 10,000,000,000")]
    [InlineData("₹500 crore", "INR 5,000,000,000")]
    [InlineData("₩150 bn", "KRW 150,000,000,000")]
    [InlineData("KWD 1.234", "KWD 1.234")]
    [InlineData("JPY 5", "JPY 5")]
    [InlineData("0 USD", "USD 0")]
    public void The_press_writes_money_in_many_ways(string text, string exact)
    {
        Money.TryParse(text, out var money, out var problem).Should().BeTrue(problem);
        money!.ToExact().Should().Be(exact);
    }

    [Theory]
    [InlineData("10B", "USD 10,000,000,000", true)]
    [InlineData("1,030,000,000", "USD 1,030,000,000", true)]
    [InlineData("more than 3m", "more than USD 3,000,000", true)]
    [InlineData("€890m", "EUR 890,000,000", false)]
    [InlineData("$890m", "USD 890,000,000", false)]
    public void A_currency_that_was_assumed_is_told(string text, string exact, bool assumed)
    {
        Money.TryParse(text, "USD", out var money, out var currencyAssumed, out var problem).Should().BeTrue(problem);
        money!.ToExact().Should().Be(exact);
        currencyAssumed.Should().Be(assumed);
    }

    [Theory]
    [InlineData(null, "No figure.")]
    [InlineData("", "No figure.")]
    [InlineData("10B", "Name the currency*")]
    [InlineData("1,030,000,000", "Name the currency*")]
    [InlineData("¥10 bn", "*JPY or CNY*")]
    [InlineData("-$5m", "*never negative*")]
    [InlineData("$-5m", "*never negative*")]
    [InlineData("−5 USD", "*never negative*")]
    [InlineData("($5m)", "*never negative*")]
    [InlineData("$1.234", "USD has only 2 decimals*")]
    [InlineData("JPY 1.5", "JPY has no decimals*")]
    [InlineData("$1.234567 k", "USD has only 2 decimals*")]
    [InlineData("10 XYZ", "*\"XYZ\"*")]
    [InlineData("XYZ 10", "*\"XYZ\"*")]
    [InlineData("1.030.000 EUR", "*two ways*")]
    [InlineData("1.030,50 EUR", "*two ways*")]
    [InlineData("1,5 bn EUR", "*with a point*")]
    [InlineData("1030,000 EUR", "*grouped*")]
    [InlineData("1,03,000 INR", "*grouped*")]
    [InlineData("$1000 tn", "*too large*")]
    [InlineData("$2E+30", "*too long*")]
    [InlineData("$99999999999999999999", "*too long*")]
    [InlineData("$5–10m", "*range*")]
    [InlineData("$5m to $10m", "*range*")]
    [InlineData("$5m EUR", "Two currencies*")]
    [InlineData("USD 5m EUR", "Two currencies*")]
    [InlineData("ten billion dollars", "*\"ten\"*")]
    [InlineData("$10 bn pre-money", "*\"pre-money\"*")]
    [InlineData("more than $2bn+", "*not both*")]
    [InlineData("undisclosed", "*\"undisclosed\"*")]
    [InlineData("$", "*number*")]
    public void What_is_no_amount_is_refused_with_what_is_wrong(string? text, string expected)
    {
        Money.TryParse(text, out var money, out var problem).Should().BeFalse();
        money.Should().BeNull();
        problem.Should().Match(expected);
    }

    [Theory]
    [InlineData("$10 bn", "$10 bn")]
    [InlineData("$1,030,000,000", "$1.03 bn")]
    [InlineData("$157,500,000", "$157.5 m")]
    [InlineData("€890m", "€890 m")]
    [InlineData("more than $120k", "more than $120 k")]
    [InlineData("about £1.5m", "about £1.5 m")]
    [InlineData("up to $2bn", "up to $2 bn")]
    [InlineData("JPY 150 bn", "JPY 150 bn")]
    [InlineData("$40 tn", "$40 tn")]
    [InlineData("$999,999,999", "$1 bn")]
    [InlineData("$999", "$999")]
    [InlineData("$999.99", "$999.99")]
    [InlineData("$12.50", "$12.50")]
    [InlineData("$0", "$0")]
    public void A_page_shows_a_number_people_can_read(string text, string shown)
    {
        Money.TryParse(text, out var money, out var problem).Should().BeTrue(problem);
        money!.ToDisplay().Should().Be(shown);
    }

    [Fact]
    public void Dollars_are_their_own_worth_in_dollars()
    {
        var money = Money.Of(10, "USD", Qualifier.MoreThan);
        (money.Minor, money.UsdMinor, money.UsdRateOn, money.Value).Should().Be((1000L, 1000L, null, 10m));
    }

    [Fact]
    public void Another_currency_is_worth_dollars_at_a_days_rate()
    {
        var day = new DateOnly(2026, 4, 23);
        var money = Money.Of(890_000_000, "eur", usd: 1_041_300_000, rateOn: day);
        (money.Currency, money.Minor, money.UsdMinor, money.UsdRateOn)
            .Should().Be(("EUR", 89_000_000_000L, 104_130_000_000L, day));
        Money.Of(5, "EUR").UsdMinor.Should().BeNull();
    }

    [Fact]
    public void Separate_fields_are_checked_as_a_typed_text_is()
    {
        var day = new DateOnly(2026, 4, 23);
        Problem(1, null, null, null).Should().Be("Name the currency.");
        Problem(1, "XYZ", null, null).Should().Contain("XYZ");
        Problem(-1, "EUR", null, null).Should().Contain("never negative");
        Problem(1.005m, "EUR", null, null).Should().Contain("2 decimals");
        Problem(1e20m, "EUR", null, null).Should().Contain("too large");
        Problem(1, "EUR", 1.1m, null).Should().Contain("day of the exchange rate");
        Problem(1, "EUR", null, day).Should().Contain("worth in US dollars");
        Problem(1, "EUR", -1, day).Should().Contain("never negative");
        Problem(1, "USD", 2, null).Should().Contain("its own worth");
        Problem(1, "USD", 1, day).Should().Contain("needs no rate");
        Problem(1, "USD", 1, null).Should().BeNull();

        static string? Problem(decimal value, string? currency, decimal? usd, DateOnly? rateOn)
        {
            var money = Money.Create(value, currency, Qualifier.Exactly, usd, rateOn, out var problem);
            (money is null).Should().Be(problem is not null);
            return problem;
        }
    }

    [Fact]
    public void Every_amount_reads_back_from_its_exact_text()
    {
        var amounts =
            from minor in ArbMap.Default.GeneratorFor<long>()
            from currency in Gen.Elements<string>(Currencies.Codes)
            from qualifier in Gen.Elements(Enum.GetValues<Qualifier>())
            select Money.Of(
                Math.Abs(minor % Money.MaxMinor) / (decimal)Math.Pow(10, Currencies.DigitsOf(currency)), currency, qualifier);
        Prop.ForAll(amounts.ToArbitrary(), money =>
        {
            Money.TryParse(money.ToExact(), out var read, out var problem).Should().BeTrue(problem);
            return read == money;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_shown_reads_back_within_its_rounding()
    {
        var amounts =
            from minor in Gen.Choose(0, int.MaxValue).Select(n => (long)n * n % Money.MaxMinor)
            from currency in Gen.Elements("USD", "EUR", "GBP", "CHF", "JPY")
            select Money.Of(minor / (decimal)Math.Pow(10, Currencies.DigitsOf(currency)), currency);
        Prop.ForAll(amounts.ToArbitrary(), money =>
        {
            Money.TryParse(money.ToDisplay(), out var read, out var problem).Should().BeTrue(problem);
            return Math.Abs(read!.Value - money.Value) <= money.Value * 0.005m;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_read_or_explained()
    {
        Prop.ForAll<string?>(text => Money.TryParse(text, "USD", out var money, out _, out var problem)
            ? money.Minor >= 0 && problem is null
            : money is null && problem.Length > 0).QuickCheckThrowOnFailure();
        var figures = Gen.Elements("$€¥£ .,-+~>123456789eEkmbnUSD".ToCharArray()).ListOf().Select(list => string.Concat(list));
        Prop.ForAll(figures.ToArbitrary(), text => Money.TryParse(text, out var money, out var problem)
            ? money.Minor >= 0 && problem is null
            : money is null && problem.Length > 0).QuickCheckThrowOnFailure();
    }
}
