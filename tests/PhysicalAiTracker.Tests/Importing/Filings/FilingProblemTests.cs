using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Filings;

/// <summary>What is wrong with a filing is told once, where it stands.</summary>
public sealed class FilingProblemTests
{
    [Theory]
    [InlineData("<signatureDate>2026-01-15", "<signatureDate>0001-01-01", "signatureDate, “0001-01-01”: is no day of the years 1900 to 2199")]
    [InlineData("<value>", "<yetToOccur>true</yetToOccur><value>", "dateOfFirstSale/value, “2026-01-10”: is a day of the first sale, which is yet to occur by the same filing")]
    [InlineData("<cik>0000900001", "<cik>0", "primaryIssuer/cik, “0”: is no number of at most ten digits")]
    [InlineData("Gripwell", "Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell Gripwell", "200 are the most")]
    public async Task One_mistake_is_one_problem(string right, string wrong, string rule)
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var folder = new FilingFolder();
        var text = FilingFolder.TextOf(new Filing(1, "2026-01-15", 1_000_000, "0")).Replace(right, wrong, StringComparison.Ordinal);

        var report = await FilingFolder.ImportAsync(database, folder.Write("0000900001-26-000001.xml", text));

        report.Problems.Should().ContainSingle().Which.ToString().Should().Contain(rule);
    }
}
