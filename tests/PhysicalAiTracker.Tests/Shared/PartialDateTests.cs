using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Tests.Shared;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2025", "2025-01-01", "2025-12-31", "2025")]
    [InlineData("2025-11", "2025-11-01", "2025-11-30", "Nov 2025")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "Feb 2024")]
    [InlineData("2025-11-03", "2025-11-03", "2025-11-03", "3 Nov 2025")]
    [InlineData("2026?", "2026-01-01", "2026-12-31", "2026 (uncertain)")]
    [InlineData("2026-04~", "2026-04-01", "2026-04-30", "about Apr 2026")]
    [InlineData("2026-04-30%", "2026-04-30", "2026-04-30", "about 30 Apr 2026 (uncertain)")]
    [InlineData(" 2025-12 ", "2025-12-01", "2025-12-31", "Dec 2025")]
    [InlineData("1900", "1900-01-01", "1900-12-31", "1900")]
    [InlineData("2199-12", "2199-12-01", "2199-12-31", "Dec 2199")]
    public void A_date_is_as_wide_as_it_was_written(string text, string earliest, string latest, string shown)
    {
        PartialDate.TryParse(text, out var date, out var problem).Should().BeTrue(problem);
        date!.Text.Should().Be(text.Trim());
        date.Earliest.Should().Be(DateOnly.Parse(earliest, CultureInfo.InvariantCulture));
        date.Latest.Should().Be(DateOnly.Parse(latest, CultureInfo.InvariantCulture));
        date.ToDisplay().Should().Be(shown);
    }

    [Theory]
    [InlineData("2025", DatePrecision.Year, false, false)]
    [InlineData("2025-11?", DatePrecision.Month, false, true)]
    [InlineData("2025-11-03~", DatePrecision.Day, true, false)]
    [InlineData("2025%", DatePrecision.Year, true, true)]
    public void Marks_say_how_sure_the_source_is(string text, DatePrecision precision, bool approximate, bool uncertain)
    {
        var date = PartialDate.Parse(text);
        (date.Precision, date.IsApproximate, date.IsUncertain).Should().Be((precision, approximate, uncertain));
    }

    [Theory]
    [InlineData(null, "*2025-11-03*")]
    [InlineData("  ", "*2025-11-03*")]
    [InlineData("2025-13", "2025-13 is not a month.")]
    [InlineData("2025-00-10", "2025-00 is not a month.")]
    [InlineData("2025-02-30", "2025-02-30 is not a day: February 2025 has 28.")]
    [InlineData("2024-02-30", "2024-02-30 is not a day: February 2024 has 29.")]
    [InlineData("2025-11-00", "2025-11-00 is not a day: November 2025 has 30.")]
    [InlineData("1899", "*1900–2199*")]
    [InlineData("2200-01", "*1900–2199*")]
    [InlineData("2025-1", "\"2025-1\" is not a date*")]
    [InlineData("3 Nov 2025", "*is not a date*")]
    [InlineData("2025/11", "*is not a date*")]
    [InlineData("2025??", "*is not a date*")]
    [InlineData("2025 ?", "*is not a date*")]
    [InlineData("?", "*is not a date*")]
    [InlineData("202X", "*is not a date*")]
    [InlineData("٢٠٢٥", "*is not a date*")]
    [InlineData("2025-11-03T10:00:00Z", "*is not a date*")]
    public void What_is_no_date_is_refused_with_what_is_wrong(string? text, string expected)
    {
        PartialDate.TryParse(text, out var date, out var problem).Should().BeFalse();
        date.Should().BeNull();
        problem.Should().Match(expected);
    }

    [Fact]
    public void A_long_text_is_not_repeated_in_full()
    {
        PartialDate.TryParse(new string('9', 5000), out _, out var problem).Should().BeFalse();
        problem!.Length.Should().BeLessThan(200);
    }

    [Fact]
    public void Dates_sort_by_their_first_day_and_the_wider_first()
    {
        string[] sorted = ["2024-12-31", "2025", "2025?", "2025-01", "2025-01-01", "2025-01-02~", "2025-02", "2026"];
        sorted.Reverse().Select(PartialDate.Parse).Order().Select(date => date.Text).Should().Equal(sorted);
        (PartialDate.Parse("2025") < PartialDate.Parse("2025-01")).Should().BeTrue();
        (PartialDate.Parse("2025") >= PartialDate.Parse("2025")).Should().BeTrue();
    }

    [Fact]
    public void Equal_text_is_an_equal_date()
    {
        PartialDate.Parse("2025-11").Should().Be(PartialDate.Parse(" 2025-11"));
        PartialDate.Parse("2025-11").Should().NotBe(PartialDate.Parse("2025-11~"));
    }

    [Fact]
    public void Every_day_of_the_range_reads_back()
    {
        var first = new DateOnly(1900, 1, 1);
        var days = Gen.Choose(0, new DateOnly(2199, 12, 31).DayNumber - first.DayNumber).Select(first.AddDays);
        Prop.ForAll(days.ToArbitrary(), day =>
        {
            var date = PartialDate.Of(day);
            return date.Earliest == day && date.Latest == day && PartialDate.Parse(date.Text) == date;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_read_or_explained()
    {
        Prop.ForAll<string?>(text => PartialDate.TryParse(text, out var date, out var problem)
            ? date.Earliest <= date.Latest && problem is null
            : date is null && problem.Length > 0).QuickCheckThrowOnFailure();
    }
}
