using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Tests.Shared;

public sealed class CurrenciesTests
{
    [Theory]
    [InlineData("USD", 2)]
    [InlineData("EUR", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KRW", 0)]
    [InlineData("ISK", 0)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    public void A_currency_has_the_digits_of_its_minor_unit(string code, int digits) => Currencies.DigitsOf(code).Should().Be(digits);

    [Fact]
    public void Codes_are_three_capital_letters_each_once()
    {
        Currencies.Codes.Should().OnlyHaveUniqueItems().And.AllSatisfy(code => code.Should().MatchRegex("^[A-Z]{3}$"));
        Currencies.Codes.Count.Should().BeInRange(160, 185);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("usd")]
    [InlineData("XYZ")]
    [InlineData("")]
    public void Anything_else_is_no_code(string? code) => Currencies.IsKnown(code).Should().BeFalse();
}
