using System.Globalization;
using System.Text;
using PhysicalAiTracker.Core.Search.Plans;

namespace PhysicalAiTracker.Tests.Search;

public sealed class SqliteTextTests
{
    [Theory]
    [InlineData("2025-11-03")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_day_is_read_as_it_is_written(string text) =>
        SqliteText.ToDate(Encoding.UTF8.GetBytes(text)).Should().Be(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2025-11-03 10:15:00")]
    [InlineData("2025-11-03 23:59:59.9999999")]
    [InlineData("2025-11-03 10:15:00.1")]
    [InlineData("2025-11-03 10:15:00.0000001")]
    [InlineData("2025-11-03T10:15:00")]
    [InlineData("2025-11-03 10:15")]
    public void A_time_is_read_as_the_provider_reads_it(string text) =>
        SqliteText.ToDateTime(Encoding.UTF8.GetBytes(text)).Should().Be(DateTime.Parse(text, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2025-13-03 10:15:00")]
    [InlineData("2025-11-03 10:1a:00")]
    [InlineData("never")]
    public void What_is_no_time_is_refused(string text) =>
        FluentActions.Invoking(() => SqliteText.ToDateTime(Encoding.UTF8.GetBytes(text))).Should().Throw<Exception>().Which.Should().Match(e => e is FormatException || e is ArgumentOutOfRangeException);
}
