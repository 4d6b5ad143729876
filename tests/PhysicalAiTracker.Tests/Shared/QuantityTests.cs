using FsCheck;
using FsCheck.Fluent;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Tests.Shared;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("120", "120 people")]
    [InlineData("more than 120", "more than 120 people")]
    [InlineData("120+", "at least 120 people")]
    [InlineData(">120", "more than 120 people")]
    [InlineData("< 120", "less than 120 people")]
    [InlineData("about 100", "about 100 people")]
    [InlineData("~100", "about 100 people")]
    [InlineData("10–15 ms", "10–15 ms")]
    [InlineData("10 to 15 ms", "10–15 ms")]
    [InlineData("7-9 Hz", "7–9 Hz")]
    [InlineData("about 7 - 9 Hz", "about 7–9 Hz")]
    [InlineData("50 %", "50 %")]
    [InlineData("50%", "50 %")]
    [InlineData("1,200 people", "1,200 people")]
    [InlineData("1.2 million units", "1,200,000 units")]
    [InlineData("10k robots", "10,000 robots")]
    [InlineData("10–15 thousand robots", "10,000–15,000 robots")]
    [InlineData("7 m", "7 m")]
    [InlineData("0.5 ms", "0.5 ms")]
    [InlineData("120+ employees", "at least 120 employees")]
    [InlineData("up to 200 Hz", "up to 200 Hz")]
    [InlineData("20 tokens/s", "20 tokens/s")]
    public void A_measure_keeps_its_bounds_and_its_unit(string text, string shown)
    {
        Quantity.TryParse(text, "people", out var quantity, out var problem).Should().BeTrue(problem);
        quantity!.ToDisplay().Should().Be(shown);
    }

    [Theory]
    [InlineData("", "No figure.")]
    [InlineData("120", "Name the unit.")]
    [InlineData("-5 people", "*never negative*")]
    [InlineData("many people", "*number*")]
    [InlineData("15–10 ms", "*above the lower*")]
    [InlineData("10–10 ms", "*above the lower*")]
    [InlineData("more than 10–15 ms", "*bounded already*")]
    [InlineData("more than 10+ ms", "*not both*")]
    [InlineData("10– ms", "*number*")]
    [InlineData("0.1234567 ms", "*6 decimals*")]
    [InlineData("9,999,999,999,999 ms", "*too large*")]
    [InlineData("99999999999999999 billion ms", "*too large*")]
    [InlineData("5 <b>", "*no unit*")]
    [InlineData("5 !", "*no unit*")]
    [InlineData("5 abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq", "*40 characters*")]
    [InlineData("1.200.000 units", "*two ways*")]
    public void What_is_no_measure_is_refused_with_what_is_wrong(string text, string expected)
    {
        Quantity.TryParse(text, null, out var quantity, out var problem).Should().BeFalse();
        quantity.Should().BeNull();
        problem.Should().Match(expected);
    }

    [Fact]
    public void Every_quantity_reads_back_as_it_is_shown()
    {
        var quantities =
            from value in Gen.Choose(0, int.MaxValue)
            from width in Gen.Choose(0, 500)
            from scale in Gen.Choose(0, 6)
            from unit in Gen.Elements("people", "%", "ms", "Hz", "m²", "tokens/s")
            from qualifier in Gen.Elements(Enum.GetValues<Qualifier>())
            let divisor = (decimal)Math.Pow(10, scale)
            let ranged = width > 0 && qualifier is Qualifier.Exactly or Qualifier.About
            select Quantity.Of(value / divisor, unit, qualifier, ranged ? (value + width + 1) / divisor : null);
        Prop.ForAll(quantities.ToArbitrary(), quantity =>
        {
            Quantity.TryParse(quantity.ToDisplay(), null, out var read, out var problem).Should().BeTrue(problem);
            return read == quantity;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_read_or_explained()
    {
        Prop.ForAll<string?>(text => Quantity.TryParse(text, "people", out var quantity, out var problem)
            ? quantity.Value >= 0 && problem is null
            : quantity is null && problem.Length > 0).QuickCheckThrowOnFailure();
    }
}
